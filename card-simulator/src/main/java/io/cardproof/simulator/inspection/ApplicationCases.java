package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code application}. */
final class ApplicationCases {
  private ApplicationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
