package io.cardproof.benchmarks;

import io.cardproof.simulator.Faults;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import io.cardproof.simulator.wire.WireFault;
import io.cardproof.simulator.wire.WireFaultDraw;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws faults of every kind, with the values that they need. */
final class SoakFaults {
  private static final int COMMANDS = 40;
  private static final int LONGEST_DELAY_MILLIS = 20;
  private static final List<InspectionCase> CASES =
      InspectionCases.all().stream().flatMap(each -> each.chips().stream()).toList();

  private final RandomGenerator random;
  private final WireFaultDraw wire;

  SoakFaults(RandomGenerator random) {
    this.random = random;
    this.wire = new WireFaultDraw(random, COMMANDS, LONGEST_DELAY_MILLIS);
  }

  /** One chip of an inspection case. */
  String inspectionCase() {
    return one(CASES).id();
  }

  /** A removal, a fault of the wire, or one of those that the list names. */
  String fault() {
    return switch (random.nextInt(3)) {
      case 0 -> "removed-at=" + (1 + random.nextInt(COMMANDS));
      case 1 -> wire.next();
      default -> named();
    };
  }

  private String named() {
    List<String> plain =
        Faults.list().stream()
            .map(Faults.Entry::id)
            .filter(id -> !id.startsWith(WireFault.PREFIX) && !id.contains("="))
            .toList();
    return one(plain);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
