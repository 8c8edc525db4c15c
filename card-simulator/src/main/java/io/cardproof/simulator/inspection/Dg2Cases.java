package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg2}. */
final class Dg2Cases {
  private Dg2Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
