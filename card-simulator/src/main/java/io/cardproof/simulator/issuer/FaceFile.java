package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;

/** EF.DG2 with one face: CBEFF around a record (ICAO 9303-10 §4.7.2). */
public final class FaceFile {
  private static final int DATA_GROUP = 2;
  private static final int FACIAL_FEATURES = 0x02;
  private static final int ISO_19794_5 = 0x0008;
  private static final int ISO_39794_5 = 0x002A;
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int IMAGE_INFORMATION = 12;
  private static final int CLAIMED_WIDTH = 480;
  private static final int CLAIMED_HEIGHT = 400;
  private static final int EDITION = 2019;
  private static final int GENERATION = 3;

  /** What a record says about the coding of its image. */
  public enum Coding {
    JPEG(0, 2),
    JPEG_2000(1, 3);

    private final int inIso19794;
    private final int inIso39794;

    Coding(int inIso19794, int inIso39794) {
      this.inIso19794 = inIso19794;
      this.inIso39794 = inIso39794;
    }
  }

  private FaceFile() {}

  /**
   * The whole file around a JPEG in an ISO/IEC 19794-5 record; with an image of 256 to 65,000 bytes
   * it starts at byte 84.
   *
   * <p>The image header claims 480 × 400 pixels whatever the image says: real citizen cards have
   * that fault, and a reader must go by the image.
   */
  public static byte[] around(byte[] jpeg) {
    return iso19794(jpeg, Coding.JPEG, CLAIMED_WIDTH, CLAIMED_HEIGHT);
  }

  /** The whole file with an ISO/IEC 19794-5 record. */
  public static byte[] iso19794(byte[] image, Coding coding, int width, int height) {
    int faceLength = FACE_INFORMATION + IMAGE_INFORMATION + image.length;
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + faceLength);
    record.put("FAC\000010\000".getBytes(US_ASCII));
    record.putInt(RECORD_HEADER + faceLength).putShort((short) 1);
    record.putInt(faceLength).put(new byte[FACE_INFORMATION - Integer.BYTES]);
    record.put((byte) 0).put((byte) coding.inIso19794);
    record.putShort((short) width).putShort((short) height);
    record.put(new byte[IMAGE_INFORMATION - 6]).put(image);
    return file(ISO_19794_5, Tlv.of(0x5F2E, record.array()));
  }

  /** The whole file with an ISO/IEC 39794-5 structure: DER with automatic tags. */
  public static byte[] iso39794(byte[] image, Coding coding, int width, int height) {
    byte[] version = Tlv.of(0xA0, number(0x80, GENERATION), number(0x81, EDITION));
    byte[] size = Tlv.of(0xA7, number(0x80, width), number(0x81, height));
    byte[] information = Tlv.of(0xA1, Tlv.of(0xA0, number(0x80, coding.inIso39794)), size);
    byte[] picture = Tlv.of(0xA0, Tlv.of(0xA0, Tlv.of(0x80, image), information));
    byte[] representation = Tlv.of(0x30, number(0x80, 0), Tlv.of(0xA1, picture));
    byte[] structure = Tlv.of(0x65, version, Tlv.of(0xA1, representation));
    return file(ISO_39794_5, Tlv.of(0x7F2E, Tlv.of(0xA1, structure)));
  }

  private static byte[] file(int format, byte[] block) {
    return BiometricFile.of(
        DATA_GROUP, List.of(BiometricFile.template(FACIAL_FEATURES, 0, format, block)));
  }

  private static byte[] number(int tag, int value) {
    return Tlv.of(tag, java.math.BigInteger.valueOf(value).toByteArray());
  }
}
