package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg3}. */
final class Dg3Cases {
  private Dg3Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
