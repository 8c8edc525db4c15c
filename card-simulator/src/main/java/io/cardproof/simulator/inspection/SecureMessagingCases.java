package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code secure-messaging}. */
final class SecureMessagingCases {
  private SecureMessagingCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
