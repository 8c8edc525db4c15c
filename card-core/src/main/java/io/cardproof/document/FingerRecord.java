package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A biometric data block with fingerprints, ISO 19794-4 §7. Its lengths are checked, not believed.
 */
final class FingerRecord {
  private static final Bytes FINGER_FORMAT = Bytes.ofHex("46495200");
  private static final int RECORD_HEADER = 32;
  private static final int COMPRESSION_AT = 29;
  private static final int IMAGE_HEADER = 14;
  private static final int MOST_IMAGES = 256;

  private final BiometricTemplate template;
  private final Bytes block;

  FingerRecord(BiometricTemplate template) {
    this.template = template;
    this.block = template.content();
  }

  List<BiometricImage> images() throws MalformedDocumentException {
    if (!block.startsWith(FINGER_FORMAT) || block.length() <= RECORD_HEADER + IMAGE_HEADER) {
      return List.of(bare());
    }
    List<BiometricImage> images = new ArrayList<>();
    int at = RECORD_HEADER;
    while (at + IMAGE_HEADER < block.length() && images.size() < MOST_IMAGES) {
      long end = at + BigEndian.number(block, at, 4);
      boolean possible = end > at + IMAGE_HEADER && end <= block.length();
      if (!possible && !images.isEmpty()) {
        // What follows the images is nothing that could be shown.
        break;
      }
      images.add(possible ? image(at, (int) end, List.of()) : lying(at));
      at = possible ? (int) end : block.length();
    }
    return images;
  }

  /** An image without a record around it. */
  private BiometricImage bare() throws MalformedDocumentException {
    EncodedImage image = EncodedImage.of(block);
    return new BiometricImage(
        BodyPart.fingerOfSubtype(template.subtype()),
        image,
        List.of("the block is not a finger record of ISO 19794-4"));
  }

  private BiometricImage lying(int at) throws MalformedDocumentException {
    return image(at, block.length(), List.of("the finger record has a wrong length"));
  }

  private BiometricImage image(int at, int end, List<String> known)
      throws MalformedDocumentException {
    Bytes bytes = block.slice(at + IMAGE_HEADER, end);
    int compression = block.at(COMPRESSION_AT);
    EncodedImage image =
        compression <= 1
            ? EncodedImage.pixels(
                bytes,
                compression == 0 ? ImageType.RAW : ImageType.RAW_PACKED,
                BigEndian.small(block, at + 9, 2),
                BigEndian.small(block, at + 11, 2))
            : EncodedImage.of(bytes);
    List<String> remarks = new ArrayList<>(known);
    if (image.type() == ImageType.UNKNOWN) {
      remarks.add("the image is of no known type");
    } else if (!named(compression, image.type())) {
      remarks.add("the finger record names another image type");
    }
    return new BiometricImage(part(block.at(at + 4)), image, remarks);
  }

  private BodyPart part(int code) throws MalformedDocumentException {
    BodyPart said = BodyPart.finger(code);
    return said == BodyPart.FINGER ? BodyPart.fingerOfSubtype(template.subtype()) : said;
  }

  /** ISO 19794-4 §7.1.13. */
  private static boolean named(int compression, ImageType type) {
    return switch (type) {
      case RAW -> compression == 0;
      case RAW_PACKED -> compression == 1;
      case WSQ -> compression == 2;
      case JPEG -> compression == 3;
      case JPEG2000_JP2, JPEG2000_CODESTREAM -> compression == 4;
      case PNG -> compression == 5;
      case JPEG_LS, NETPBM, UNKNOWN -> false;
    };
  }
}
