package io.cardproof.simulator.inspection;

import io.cardproof.simulator.persona.Document;
import java.util.HexFormat;
import java.util.Map;

/** The chips of the unit {@code atr-info}: EF.ATR/INFO is unsigned. */
final class AtrInfoCases {
  // Card capabilities with extended length, ISO 7816-4 §12.1.1.9.
  private static final String CAPABILITIES = "47039421E0";

  private AtrInfoCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_K_01", information("7F66080202078002020780"),
        "LDS_K_02", information("7F660A02030100000203010000"),
        "LDS_K_03", information("7F660402020780"),
        "LDS_K_04", information("7F65080202078002020780"));
  }

  private static CaseFault information(String lengths) {
    byte[] file = HexFormat.of().parseHex(CAPABILITIES + lengths);
    return CaseFault.signed(document -> document.withMasterFile(Document.ATR_INFO, file));
  }
}
