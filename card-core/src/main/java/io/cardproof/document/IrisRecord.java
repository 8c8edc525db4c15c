package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;

/** A biometric data block with irises, ISO 19794-6 §6.5. Its lengths are checked, not believed. */
final class IrisRecord {
  private static final Bytes IRIS_FORMAT = Bytes.ofHex("49495200");
  private static final int RECORD_HEADER = 45;
  private static final int SUBTYPES_AT = 14;
  private static final int FORMAT_AT = 21;
  private static final int EYE_HEADER = 3;
  private static final int IMAGE_HEADER = 11;
  private static final int MOST_IMAGES = 256;

  private final BiometricTemplate template;
  private final Bytes block;
  private final List<BiometricImage> images = new ArrayList<>();

  IrisRecord(BiometricTemplate template) {
    this.template = template;
    this.block = template.content();
  }

  List<BiometricImage> images() throws MalformedDocumentException {
    if (!block.startsWith(IRIS_FORMAT)
        || block.length() <= RECORD_HEADER + EYE_HEADER + IMAGE_HEADER) {
      return List.of(
          new BiometricImage(
              BodyPart.eye(template.subtype()),
              EncodedImage.of(block),
              List.of("the block is not an iris record of ISO 19794-6")));
    }
    int at = RECORD_HEADER;
    for (int eye = 0; eye < block.at(SUBTYPES_AT); eye++) {
      at = eye(at);
    }
    return images;
  }

  /** Reads the images of one eye and returns where the next one begins. */
  private int eye(int start) throws MalformedDocumentException {
    int at = start + EYE_HEADER;
    if (at + IMAGE_HEADER >= block.length()) {
      return block.length();
    }
    int count = BigEndian.small(block, start + 1, 2);
    for (int i = 0; i < count && at + IMAGE_HEADER < block.length(); i++) {
      if (images.size() == MOST_IMAGES) {
        throw template.block().malformed("too many images");
      }
      long end = at + IMAGE_HEADER + BigEndian.number(block, at + 7, 4);
      boolean possible = end > at + IMAGE_HEADER && end <= block.length();
      int stop = possible ? (int) end : block.length();
      images.add(image(block.at(start), block.slice(at + IMAGE_HEADER, stop), possible));
      at = stop;
    }
    return at;
  }

  private BiometricImage image(int eye, Bytes bytes, boolean honestLength)
      throws MalformedDocumentException {
    int format = BigEndian.small(block, FORMAT_AT, 2);
    // Formats 2 and 4 are plain pixels, grey and in colour.
    EncodedImage image =
        format == 2 || format == 4
            ? EncodedImage.pixels(
                bytes,
                ImageType.RAW,
                BigEndian.small(block, FORMAT_AT + 2, 2),
                BigEndian.small(block, FORMAT_AT + 4, 2))
            : EncodedImage.of(bytes);
    List<String> remarks = new ArrayList<>();
    if (!honestLength) {
      remarks.add("the iris record has a wrong length");
    }
    if (image.type() == ImageType.UNKNOWN) {
      remarks.add("the image is of no known type");
    } else if (!named(format, image.type())) {
      remarks.add("the iris record names another image type");
    }
    BodyPart part = BodyPart.eye(eye == 0 ? template.subtype() : eye);
    return new BiometricImage(part, image, remarks);
  }

  /** ISO 19794-6 table 5: each type has a code for grey and one for colour. */
  private static boolean named(int format, ImageType type) {
    return switch (type) {
      case RAW -> format == 2 || format == 4;
      case JPEG -> format == 6 || format == 8;
      case JPEG_LS -> format == 10 || format == 12;
      case JPEG2000_JP2, JPEG2000_CODESTREAM -> format == 14 || format == 16;
      case WSQ, PNG, NETPBM, RAW_PACKED, UNKNOWN -> false;
    };
  }
}
