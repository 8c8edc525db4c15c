package io.cardproof.simulator.inspection;

import io.cardproof.simulator.persona.Document;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chips of the unit {@code dg15}. */
final class Dg15Cases {
  private Dg15Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_I_01", file(FileChange.at(0, "70")),
        "LDS_I_02", file(FileChange.length(-1)),
        "LDS_I_03", file(FileChange.length(1)));
  }

  private static CaseFault file(UnaryOperator<byte[]> change) {
    return CaseFault.unsigned(FileChange.of(Document.DG_BASE + 15, change));
  }
}
