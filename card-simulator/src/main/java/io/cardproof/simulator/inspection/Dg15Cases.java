package io.cardproof.simulator.inspection;

import java.util.Map;

/** The chips of the unit {@code dg15}. */
final class Dg15Cases {
  private Dg15Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of();
  }
}
