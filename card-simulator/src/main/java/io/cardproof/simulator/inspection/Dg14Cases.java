package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg14}. */
final class Dg14Cases {
  private Dg14Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
