package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;

/** EF.DG3: fingerprints as WSQ in ISO/IEC 19794-4 records, one template for each finger. */
public final class FingerFile {
  private static final int DATA_GROUP = 3;
  private static final int FINGERPRINT = 0x08;
  private static final int ISO_19794_4 = 0x0007;
  private static final int RECORD_HEADER = 32;
  private static final int IMAGE_HEADER = 14;
  private static final int PIXELS_PER_INCH = 500;
  private static final int WSQ = 2;
  private static final int ACQUISITION_LEVEL = 31;
  private static final int GOOD_QUALITY = 80;

  /** A finger with its code in the record and in the CBEFF header. */
  public enum Position {
    RIGHT_THUMB(1, 0x05),
    RIGHT_INDEX(2, 0x09),
    RIGHT_MIDDLE(3, 0x0D),
    RIGHT_RING(4, 0x11),
    RIGHT_LITTLE(5, 0x15),
    LEFT_THUMB(6, 0x06),
    LEFT_INDEX(7, 0x0A),
    LEFT_MIDDLE(8, 0x0E),
    LEFT_RING(9, 0x12),
    LEFT_LITTLE(10, 0x16);

    private final int code;
    private final int subtype;

    Position(int code, int subtype) {
      this.code = code;
      this.subtype = subtype;
    }
  }

  private FingerFile() {}

  /** The template of one finger. */
  public static byte[] template(Position finger, byte[] wsq, int width, int height) {
    int length = RECORD_HEADER + IMAGE_HEADER + wsq.length;
    ByteBuffer record = ByteBuffer.allocate(length);
    record.put("FIR\000010\000".getBytes(US_ASCII)).putShort((short) 0).putInt(length);
    record.putShort((short) 0).putShort((short) ACQUISITION_LEVEL);
    record.put((byte) 1).put((byte) 1);
    for (int i = 0; i < 4; i++) {
      record.putShort((short) PIXELS_PER_INCH);
    }
    record.put((byte) 8).put((byte) WSQ).putShort((short) 0);
    record.putInt(IMAGE_HEADER + wsq.length).put((byte) finger.code);
    record.put((byte) 1).put((byte) 1).put((byte) GOOD_QUALITY).put((byte) 0);
    record.putShort((short) width).putShort((short) height).put((byte) 0).put(wsq);
    return BiometricFile.template(
        FINGERPRINT, finger.subtype, ISO_19794_4, Tlv.of(0x5F2E, record.array()));
  }

  /** The whole file. */
  public static byte[] of(List<byte[]> templates) {
    return BiometricFile.of(DATA_GROUP, templates);
  }
}
