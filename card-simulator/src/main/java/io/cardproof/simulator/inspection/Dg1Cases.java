package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg1}. */
final class Dg1Cases {
  private Dg1Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
