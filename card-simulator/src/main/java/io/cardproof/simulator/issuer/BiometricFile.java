package io.cardproof.simulator.issuer;

import java.util.List;

/** The frame of DG2, DG3 and DG4: a group of biometric templates (ICAO 9303-10 §4.7.2). */
final class BiometricFile {
  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;

  private BiometricFile() {}

  static byte[] of(int dataGroup, List<byte[]> templates) {
    byte[] count = Tlv.of(0x02, new byte[] {(byte) templates.size()});
    byte[] all = Tlv.concat(templates.toArray(new byte[0][]));
    return Tlv.of(DataGroups.tag(dataGroup), Tlv.of(GROUP, count, all));
  }

  /** A template with a CBEFF header; the block comes as a data object. */
  static byte[] template(int type, int subtype, int format, byte[] block) {
    byte[] header =
        Tlv.of(
            0xA1,
            Tlv.of(0x81, new byte[] {(byte) type}),
            Tlv.of(0x82, new byte[] {(byte) subtype}),
            Tlv.of(0x87, new byte[] {1, 1}),
            Tlv.of(0x88, new byte[] {(byte) (format >> 8), (byte) format}));
    return Tlv.of(TEMPLATE, header, block);
  }
}
