package io.cardproof.simulator.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cardproof.simulator.tlv.DataObject;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;

/** The chips of the unit {@code cvca}: EF.CVCA, TR-03110-3 §A.1. */
final class CvcaCases {
  private static final int FILE_BYTES = 36;
  private static final int REFERENCE = 0x42;

  private CvcaCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_G_01", reading(first(0x00, row(CertificateSet.name("CVCA", 1)))),
        "LDS_G_02", reading(new byte[FILE_BYTES]));
  }

  /** EF.CVCA that reads like this, whatever the chip trusts. */
  static CaseFault reading(byte[] content) {
    return new TerminalFault(CertificateSet.usual()::realm)
        .with(CaseFault.interference(new AuthoritiesFile(Arrays.copyOf(content, FILE_BYTES))));
  }

  /** References, one behind the other. */
  static byte[] row(String... references) {
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    for (String reference : references) {
      row.writeBytes(DataObject.encode(REFERENCE, reference.getBytes(ISO_8859_1)));
    }
    return row.toByteArray();
  }

  private static byte[] first(int other, byte[] content) {
    content[0] = (byte) other;
    return content;
  }
}
