package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;

/** The displayed images of data groups 5 and 7, ICAO 9303-10 §4.7.5 and §4.7.7. */
public final class DisplayedImages {
  private static final int PORTRAIT = 0x5F40;
  private static final int SIGNATURE_OR_MARK = 0x5F43;
  private static final int COUNT = 0x02;
  private static final int MOST_IMAGES = 64;

  private DisplayedImages() {}

  /** The portraits of data group 5, in the order of the file. */
  public static List<EncodedImage> portraits(Bytes dg5) throws MalformedDocumentException {
    return images(FileId.DG5, dg5, PORTRAIT);
  }

  /** The signatures or usual marks of data group 7, in the order of the file. */
  public static List<EncodedImage> signatures(Bytes dg7) throws MalformedDocumentException {
    return images(FileId.DG7, dg7, SIGNATURE_OR_MARK);
  }

  private static List<EncodedImage> images(FileId file, Bytes content, int tag)
      throws MalformedDocumentException {
    ContentLimits.check(file, content);
    List<EncodedImage> images = new ArrayList<>();
    for (Tlv child : Tlv.template(file, content).children()) {
      if (child.tag() == COUNT) {
        continue;
      }
      if (child.tag() != tag || child.value().isEmpty()) {
        throw child.malformed("not an image of this file");
      }
      if (images.size() == MOST_IMAGES) {
        throw child.malformed("too many images");
      }
      images.add(EncodedImage.of(child.value()));
    }
    return List.copyOf(images);
  }
}
