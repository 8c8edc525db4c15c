package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code pace}. */
final class PaceCases {
  private PaceCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
