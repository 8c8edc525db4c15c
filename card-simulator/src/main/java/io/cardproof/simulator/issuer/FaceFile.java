package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * EF.DG2 with one face: CBEFF around an ISO/IEC 19794-5 record (ICAO 9303-10 §4.7.2).
 *
 * <p>The image header claims 480 × 400 pixels whatever the image says: real citizen cards have that
 * fault, and a reader must go by the image.
 */
public final class FaceFile {
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int IMAGE_INFORMATION = 12;
  private static final int CLAIMED_WIDTH = 480;
  private static final int CLAIMED_HEIGHT = 400;

  private FaceFile() {}

  /** The whole file around a JPEG; with an image of 256 to 65,000 bytes it starts at byte 84. */
  public static byte[] around(byte[] jpeg) {
    byte[] biometricHeader =
        Tlv.of(
            0xA1,
            Tlv.of(0x81, new byte[] {2}),
            Tlv.of(0x82, new byte[] {0}),
            Tlv.of(0x87, new byte[] {1, 1}),
            Tlv.of(0x88, new byte[] {0, 8}));
    byte[] template = Tlv.of(0x7F60, biometricHeader, Tlv.of(0x5F2E, record(jpeg)));
    return Tlv.of(0x75, Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {1}), template));
  }

  private static byte[] record(byte[] jpeg) {
    int faceLength = FACE_INFORMATION + IMAGE_INFORMATION + jpeg.length;
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + faceLength);
    record.put("FAC\000010\000".getBytes(US_ASCII));
    record.putInt(RECORD_HEADER + faceLength).putShort((short) 1);
    record.putInt(faceLength).put(new byte[FACE_INFORMATION - Integer.BYTES]);
    record.put((byte) 0).put((byte) 0);
    record.putShort((short) CLAIMED_WIDTH).putShort((short) CLAIMED_HEIGHT);
    record.put(new byte[IMAGE_INFORMATION - 6]);
    return record.put(jpeg).array();
  }
}
