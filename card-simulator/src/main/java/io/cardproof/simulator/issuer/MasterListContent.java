package io.cardproof.simulator.issuer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** The content of a CSCA master list: {@code CscaMasterList} of ICAO 9303-12 §9. */
public final class MasterListContent {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

  private MasterListContent() {}

  /**
   * The content without a signature, as some applications ship it. Entries stand in the order of a
   * DER set; what is no certificate goes in as it is.
   */
  public static byte[] of(List<byte[]> entries) {
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    entries.stream().sorted(Arrays::compareUnsigned).forEach(set::writeBytes);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.writeBytes(VERSION_0);
    list.writeBytes(Tlv.of(SET, set.toByteArray()));
    return Tlv.of(SEQUENCE, list.toByteArray());
  }
}
