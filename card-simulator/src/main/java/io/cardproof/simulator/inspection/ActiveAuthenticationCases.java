package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code active-authentication}. */
final class ActiveAuthenticationCases {
  private ActiveAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
