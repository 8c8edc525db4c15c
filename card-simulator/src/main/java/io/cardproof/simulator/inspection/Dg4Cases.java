package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg4}. */
final class Dg4Cases {
  private Dg4Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
