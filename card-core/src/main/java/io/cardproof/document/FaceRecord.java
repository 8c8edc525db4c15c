package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A biometric data block with faces, ISO 19794-5 §5. Its headers are known to lie about type and
 * size, so they only say where to look first.
 */
final class FaceRecord {
  private static final Bytes FACE_FORMAT = Bytes.ofHex("46414300");
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int FEATURE_POINT = 8;
  private static final int IMAGE_INFORMATION = 12;
  private static final int FACE_HEADERS = FACE_INFORMATION + IMAGE_INFORMATION;
  private static final int SEARCH = 64 * 1024;
  private static final int MOST_FACES = 64;

  private final Bytes block;

  FaceRecord(Bytes block) {
    this.block = block;
  }

  /** The faces, at least one. */
  List<Portrait> portraits() {
    if (!block.startsWith(FACE_FORMAT) || block.length() <= RECORD_HEADER + FACE_HEADERS) {
      return List.of(bare());
    }
    List<Portrait> faces = new ArrayList<>();
    faces.add(face(RECORD_HEADER, recordRemarks()));
    int at = end(RECORD_HEADER);
    // A further face counts only where the length of the one before it leads to an image.
    while (faces.size() < Math.min(MOST_FACES, announcedFaces())
        && at + FACE_HEADERS < block.length()
        && imageAt(announcedImage(at))) {
      faces.add(face(at, new ArrayList<>()));
      at = end(at);
    }
    return faces;
  }

  private Portrait bare() {
    List<String> remarks = new ArrayList<>();
    remarks.add("the block is not a face record of ISO 19794-5");
    return portrait(block.from(found(0)), remarks);
  }

  private List<String> recordRemarks() {
    List<String> remarks = new ArrayList<>();
    if (announcedFaces() != 1) {
      remarks.add("the face record does not hold exactly one face");
    }
    if (BigEndian.number(block, 8, 4) != block.length()) {
      remarks.add("the face record has a wrong length");
    }
    return remarks;
  }

  private int announcedFaces() {
    return BigEndian.small(block, 12, 2);
  }

  private Portrait face(int at, List<String> remarks) {
    int announced = announcedImage(at);
    if (!imageAt(announced)) {
      remarks.add(0, "the image is not where the face record says");
      int start = found(at + FACE_HEADERS);
      return portrait(block.slice(start, Math.max(start, end(at))), remarks);
    }
    Portrait portrait = portrait(block.slice(announced, Math.max(announced, end(at))), remarks);
    return compared(portrait, announced - IMAGE_INFORMATION);
  }

  private static Portrait portrait(Bytes bytes, List<String> remarks) {
    EncodedImage image = EncodedImage.of(bytes);
    if (image.type() == ImageType.UNKNOWN) {
      remarks.add("the image is of no known type");
    }
    return new Portrait(image, remarks);
  }

  private int announcedImage(int at) {
    int points = BigEndian.small(block, at + 4, 2);
    return at + FACE_INFORMATION + points * FEATURE_POINT + IMAGE_INFORMATION;
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
    return at < block.length() && ImageHeader.beginsAt(block, at);
  }

  /** Where a face ends: its own length says so where several follow each other. */
  private int end(int at) {
    long end = at + BigEndian.number(block, at, 4);
    boolean several = announcedFaces() > 1;
    return several && end > announcedImage(at) && end <= block.length()
        ? (int) end
        : block.length();
  }

  private Portrait compared(Portrait portrait, int imageInformation) {
    List<String> remarks = new ArrayList<>(portrait.remarks());
    int dataType = block.at(imageInformation + 1);
    if (portrait.imageType() != ImageType.UNKNOWN
        && dataType != (portrait.imageType() == ImageType.JPEG ? 0 : 1)) {
      remarks.add("the face record names another image type");
    }
    if (differs(portrait.width(), BigEndian.small(block, imageInformation + 2, 2))
        || differs(portrait.height(), BigEndian.small(block, imageInformation + 4, 2))) {
      remarks.add("the face record names another image size");
    }
    return new Portrait(portrait.image(), remarks);
  }

  private static boolean differs(OptionalInt known, int said) {
    return known.isPresent() && known.getAsInt() != said;
  }
}
