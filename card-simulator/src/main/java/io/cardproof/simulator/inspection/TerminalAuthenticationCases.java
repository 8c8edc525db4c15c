package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code terminal-authentication}. */
final class TerminalAuthenticationCases {
  private TerminalAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
