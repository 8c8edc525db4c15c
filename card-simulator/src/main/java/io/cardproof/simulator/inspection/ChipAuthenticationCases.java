package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code chip-authentication}. */
final class ChipAuthenticationCases {
  private ChipAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
