package io.cardproof.simulator;

import java.util.Arrays;
import java.util.List;

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

  /** All faults. */
  public static List<Entry> list() {
    return Arrays.stream(FaultPlan.Kind.values())
        .map(kind -> new Entry(kind.id(), kind.summary()))
        .toList();
  }
}
