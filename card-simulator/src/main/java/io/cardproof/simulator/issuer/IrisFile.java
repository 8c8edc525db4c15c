package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;

/** EF.DG4: irises as JPEG in ISO/IEC 19794-6 records, one template for each eye. */
public final class IrisFile {
  private static final int DATA_GROUP = 4;
  private static final int IRIS = 0x10;
  private static final int ISO_19794_6 = 0x0009;
  private static final int RECORD_HEADER = 45;
  private static final int EYE_HEADER = 3;
  private static final int IMAGE_HEADER = 11;
  private static final int MONOCHROME_JPEG = 6;
  private static final int GOOD_QUALITY = 90;
  private static final int UPRIGHT = 0x0015;

  /** An eye with its code, the same in the record and in the CBEFF header. */
  public enum Eye {
    RIGHT(1),
    LEFT(2);

    private final int code;

    Eye(int code) {
      this.code = code;
    }
  }

  private IrisFile() {}

  /** The template of one eye. */
  public static byte[] template(Eye eye, byte[] jpeg, int width, int height) {
    int length = RECORD_HEADER + EYE_HEADER + IMAGE_HEADER + jpeg.length;
    ByteBuffer record = ByteBuffer.allocate(length);
    record.put("IIR\000010\000".getBytes(US_ASCII)).putInt(length);
    record.putShort((short) 0).put((byte) 1).putShort((short) RECORD_HEADER);
    record.putShort((short) UPRIGHT).putShort((short) 0).putShort((short) MONOCHROME_JPEG);
    record.putShort((short) width).putShort((short) height).put((byte) 8).put((byte) 0);
    record.position(RECORD_HEADER);
    record.put((byte) eye.code).putShort((short) 1);
    record.putShort((short) 1).put((byte) GOOD_QUALITY).putShort((short) 0).putShort((short) 0);
    record.putInt(jpeg.length).put(jpeg);
    return BiometricFile.template(IRIS, eye.code, ISO_19794_6, Tlv.of(0x5F2E, record.array()));
  }

  /** The whole file. */
  public static byte[] of(List<byte[]> templates) {
    return BiometricFile.of(DATA_GROUP, templates);
  }
}
