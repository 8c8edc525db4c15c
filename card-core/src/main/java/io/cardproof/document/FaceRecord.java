package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A biometric data block with a face, ISO 19794-5 §5. Its headers are known to lie about type and
 * size, so they only say where to look first.
 */
final class FaceRecord {
  private static final Bytes FACE_FORMAT = Bytes.ofHex("46414300");
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int FEATURE_POINT = 8;
  private static final int IMAGE_INFORMATION = 12;
  private static final int SEARCH = 64 * 1024;

  private final Bytes block;
  private final List<String> remarks = new ArrayList<>();

  FaceRecord(Bytes block) {
    this.block = block;
  }

  Portrait portrait() {
    int start = imageStart();
    Bytes image = block.slice(start, Math.max(start, imageEnd(start)));
    ImageHeader header = ImageHeader.of(image);
    if (header.type() == ImageType.UNKNOWN) {
      remarks.add("the image is of no known type");
    }
    if (isFaceRecord() && start == announcedStart()) {
      compareWithHeader(start - IMAGE_INFORMATION, header);
    }
    return new Portrait(image, header.type(), header.width(), header.height(), remarks);
  }

  private boolean isFaceRecord() {
    return block.startsWith(FACE_FORMAT)
        && block.length() > RECORD_HEADER + FACE_INFORMATION + IMAGE_INFORMATION;
  }

  private int imageStart() {
    if (isFaceRecord()) {
      int announced = announcedStart();
      if (announced < block.length() && imageAt(announced)) {
        return announced;
      }
      remarks.add("the image is not where the face record says");
    } else {
      remarks.add("the block is not a face record of ISO 19794-5");
    }
    return found(isFaceRecord() ? RECORD_HEADER + FACE_INFORMATION + IMAGE_INFORMATION : 0);
  }

  private int announcedStart() {
    int points = number(RECORD_HEADER + 4, 2);
    return RECORD_HEADER + FACE_INFORMATION + points * FEATURE_POINT + IMAGE_INFORMATION;
  }

  private int found(int otherwise) {
    int end = Math.min(block.length(), SEARCH);
    for (int at = 0; at < end; at++) {
      if (imageAt(at)) {
        return at;
      }
    }
    return otherwise;
  }

  private boolean imageAt(int at) {
    // Twelve bytes hold the longest mark of a type.
    Bytes start = block.slice(at, Math.min(block.length(), at + 12));
    return ImageHeader.sniff(start) != ImageType.UNKNOWN;
  }

  /** The record's own length ends the first of several faces, if it can be true. */
  private int imageEnd(int start) {
    if (!isFaceRecord()) {
      return block.length();
    }
    if (number(12, 2) != 1) {
      remarks.add("the face record does not hold exactly one face");
    }
    if (longNumber(8, 4) != block.length()) {
      remarks.add("the face record has a wrong length");
    }
    long end = RECORD_HEADER + longNumber(RECORD_HEADER, 4);
    boolean several = number(12, 2) > 1;
    if (several && end > start && end <= block.length()) {
      return (int) end;
    }
    return block.length();
  }

  private void compareWithHeader(int imageInformation, ImageHeader header) {
    int dataType = number(imageInformation + 1, 1);
    if (header.type() != ImageType.UNKNOWN
        && dataType != (header.type() == ImageType.JPEG ? 0 : 1)) {
      remarks.add("the face record names another image type");
    }
    if (differs(header.width(), number(imageInformation + 2, 2))
        || differs(header.height(), number(imageInformation + 4, 2))) {
      remarks.add("the face record names another image size");
    }
  }

  private static boolean differs(OptionalInt known, int said) {
    return known.isPresent() && known.getAsInt() != said;
  }

  private int number(int at, int count) {
    return (int) longNumber(at, count);
  }

  private long longNumber(int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | block.at(at + i);
    }
    return number;
  }
}
