package io.cardproof.benchmarks;

import io.cardproof.simulator.Faults;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Draws faults of every kind, with the values and conditions that they need. */
final class SoakFaults {
  private static final int COMMANDS = 40;
  private static final int LONGEST_DELAY_MILLIS = 20;
  private static final List<String> STATUS_WORDS =
      List.of("9000", "6A82", "6982", "6985", "6700", "6F00", "6B00", "6282", "6300", "6C10");
  private static final List<String> OBJECTS = List.of("87", "99", "8E");
  private static final List<String> INSTRUCTIONS = List.of("A4", "B0", "86", "22", "88", "84");
  private static final List<String> PHASES = List.of("plain", "bac", "pace", "ca", "ta");
  private static final List<String> FILES = List.of("SOD", "DG1", "DG2", "DG14", "DG15");
  private static final List<InspectionCase> CASES =
      InspectionCases.all().stream().flatMap(each -> each.chips().stream()).toList();

  private final RandomGenerator random;

  SoakFaults(RandomGenerator random) {
    this.random = random;
  }

  /** One chip of an inspection case. */
  String inspectionCase() {
    return one(CASES).id();
  }

  /** A removal, a fault of the wire, or one of those that the list names. */
  String fault() {
    return switch (random.nextInt(3)) {
      case 0 -> "removed-at=" + command();
      case 1 -> "wire:" + damage() + "@" + condition();
      default -> named();
    };
  }

  private String named() {
    List<String> plain =
        Faults.list().stream()
            .map(Faults.Entry::id)
            .filter(id -> !id.startsWith("wire:") && !id.contains("="))
            .toList();
    return one(plain);
  }

  private String damage() {
    return switch (random.nextInt(14)) {
      case 0 -> "status=" + one(STATUS_WORDS);
      case 1 -> "bare=" + one(STATUS_WORDS);
      case 2 -> "truncate=" + random.nextInt(40);
      case 3 -> "flip=" + (1 + random.nextInt(8));
      case 4 -> "change";
      case 5 -> "drop=" + one(OBJECTS);
      case 6 -> "wrong=" + one(OBJECTS);
      case 7 -> "counter=" + (1 + random.nextInt(3));
      case 8 -> "keys";
      case 9 -> "clear";
      case 10 -> "delay=" + (1 + random.nextInt(LONGEST_DELAY_MILLIS));
      case 11 -> "silence";
      case 12 -> "remove";
      default -> "reset";
    };
  }

  private String condition() {
    String where =
        switch (random.nextInt(5)) {
          case 0 -> "number=" + command();
          case 1 -> "ins=" + one(INSTRUCTIONS);
          case 2 -> "phase=" + one(PHASES);
          case 3 -> "file=" + one(FILES);
          default -> String.format(Locale.ROOT, "chance=%.1f", 0.1 + random.nextDouble(0.4));
        };
    return random.nextBoolean() ? where + ",times=" + (1 + random.nextInt(3)) : where;
  }

  private int command() {
    return 1 + random.nextInt(COMMANDS);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
