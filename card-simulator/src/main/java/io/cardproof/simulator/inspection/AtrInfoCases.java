package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code atr-info}. */
final class AtrInfoCases {
  private AtrInfoCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
