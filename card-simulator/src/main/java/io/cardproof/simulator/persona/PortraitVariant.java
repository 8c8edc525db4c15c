package io.cardproof.simulator.persona;

/**
 * How DG2 holds the portrait.
 *
 * @param format of the picture
 * @param bytes of the picture, exactly
 * @param record around it
 */
public record PortraitVariant(Format format, int bytes, FaceRecord record) {

  /** Formats of pictures. */
  public enum Format {
    JPEG,
    /** A bare code stream, as some states write it. */
    JPEG_2000,
    /** A code stream in the boxes of a JP2 file. */
    JP2
  }

  /** Records around a picture. */
  public enum FaceRecord {
    ISO_19794_5,
    /** Says 480 × 400 whatever the picture says, as real cards have it. */
    ISO_19794_5_WRONG_SIZE,
    ISO_39794_5
  }

  /** JPEG in the usual record. */
  public static PortraitVariant jpeg(int bytes) {
    return new PortraitVariant(Format.JPEG, bytes, FaceRecord.ISO_19794_5);
  }

  /** A bare JPEG 2000 code stream in the usual record. */
  public static PortraitVariant jpeg2000(int bytes) {
    return new PortraitVariant(Format.JPEG_2000, bytes, FaceRecord.ISO_19794_5);
  }

  /** A JP2 file in the usual record. */
  public static PortraitVariant jp2(int bytes) {
    return new PortraitVariant(Format.JP2, bytes, FaceRecord.ISO_19794_5);
  }

  /** The same picture in a record that names another size. */
  public PortraitVariant withWrongSize() {
    return new PortraitVariant(format, bytes, FaceRecord.ISO_19794_5_WRONG_SIZE);
  }

  /** The same picture in the record that replaces the usual one. */
  public PortraitVariant inIso39794() {
    return new PortraitVariant(format, bytes, FaceRecord.ISO_39794_5);
  }
}
