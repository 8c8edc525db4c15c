package io.cardproof.simulator;

import io.cardproof.simulator.quirk.Quirk;
import io.cardproof.simulator.wire.WireFault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The named deviations that a simulated card can have. */
public final class Faults {

  /**
   * One fault.
   *
   * @param id what {@link SimulatedCard.Builder#fault} takes; {@code N} stands for a number
   * @param summary one English line about what is wrong with such a card
   */
  public record Entry(String id, String summary) {}

  private Faults() {}

  /** All faults; the habits of real chips and those of the wire, which conditions follow, last. */
  public static List<Entry> list() {
    Stream<Entry> kinds =
        Arrays.stream(FaultPlan.Kind.values()).map(kind -> new Entry(kind.id(), kind.summary()));
    Stream<Entry> quirks =
        Arrays.stream(Quirk.values()).map(quirk -> new Entry(quirk.id(), quirk.summary()));
    Stream<Entry> wire =
        WireFault.list().stream().map(fault -> new Entry(fault.form(), fault.summary()));
    return Stream.of(kinds, quirks, wire).flatMap(each -> each).toList();
  }
}
