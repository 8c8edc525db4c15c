package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code card-security}. */
final class CardSecurityCases {
  private CardSecurityCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
