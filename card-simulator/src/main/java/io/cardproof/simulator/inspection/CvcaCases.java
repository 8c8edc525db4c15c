package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code cvca}. */
final class CvcaCases {
  private CvcaCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
