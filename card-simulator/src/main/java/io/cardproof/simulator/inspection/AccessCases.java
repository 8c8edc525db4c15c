package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code access}. */
final class AccessCases {
  private AccessCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
