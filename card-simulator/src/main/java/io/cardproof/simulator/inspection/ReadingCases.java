package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code reading}. */
final class ReadingCases {
  private ReadingCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
