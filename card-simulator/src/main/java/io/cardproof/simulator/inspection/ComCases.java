package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code com}. */
final class ComCases {
  private ComCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
