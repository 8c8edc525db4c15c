package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.OptionalInt;

/** What the first bytes of an image say: its type, and its size where that is easy to find. */
record ImageHeader(ImageType type, OptionalInt width, OptionalInt height) {
  private static final Bytes JPEG = Bytes.ofHex("FFD8FF");
  private static final Bytes JP2 = Bytes.ofHex("0000000C6A5020200D0A870A");
  private static final Bytes CODESTREAM = Bytes.ofHex("FF4FFF51");
  private static final Bytes JP2_SIZE_BOX = Bytes.ofHex("69686472");
  private static final int JP2_SEARCH = 512;
  private static final int MAX_SEGMENTS = 256;
  private static final int MAX_SIDE = 65_535;

  static ImageHeader of(Bytes image) {
    ImageType type = sniff(image);
    return switch (type) {
      case JPEG -> jpeg(image);
      case JPEG2000_JP2 -> jp2(image);
      case JPEG2000_CODESTREAM -> codestream(image);
      case UNKNOWN -> sizeless(type);
    };
  }

  static ImageType sniff(Bytes image) {
    if (image.startsWith(JPEG)) {
      return ImageType.JPEG;
    }
    if (image.startsWith(JP2)) {
      return ImageType.JPEG2000_JP2;
    }
    return image.startsWith(CODESTREAM) ? ImageType.JPEG2000_CODESTREAM : ImageType.UNKNOWN;
  }

  /** Walks the segments up to the frame header, ISO 10918-1 §B.2.2. */
  private static ImageHeader jpeg(Bytes image) {
    int at = 2;
    for (int i = 0; i < MAX_SEGMENTS && at + 9 <= image.length(); i++) {
      int marker = image.at(at + 1);
      if (image.at(at) != 0xFF) {
        return sizeless(ImageType.JPEG);
      }
      if (frameHeader(marker)) {
        return sized(ImageType.JPEG, number(image, at + 7, 2), number(image, at + 5, 2));
      }
      at += marker == 0xFF ? 1 : 2 + (int) number(image, at + 2, 2);
    }
    return sizeless(ImageType.JPEG);
  }

  /** SOF0 to SOF15, without the three markers in that range that are tables. */
  private static boolean frameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** The image header box stands near the start, ISO 15444-1 §I.5.3.1. */
  private static ImageHeader jp2(Bytes image) {
    int end = Math.min(image.length() - 12, JP2_SEARCH);
    for (int at = JP2.length(); at <= end; at++) {
      if (image.slice(at, at + 4).equals(JP2_SIZE_BOX)) {
        return sized(ImageType.JPEG2000_JP2, number(image, at + 8, 4), number(image, at + 4, 4));
      }
    }
    return sizeless(ImageType.JPEG2000_JP2);
  }

  /** The SIZ segment comes first, ISO 15444-1 §A.5.1. */
  private static ImageHeader codestream(Bytes image) {
    if (image.length() < 24) {
      return sizeless(ImageType.JPEG2000_CODESTREAM);
    }
    return sized(
        ImageType.JPEG2000_CODESTREAM,
        number(image, 8, 4) - number(image, 16, 4),
        number(image, 12, 4) - number(image, 20, 4));
  }

  private static ImageHeader sized(ImageType type, long width, long height) {
    if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
      return sizeless(type);
    }
    return new ImageHeader(type, OptionalInt.of((int) width), OptionalInt.of((int) height));
  }

  private static ImageHeader sizeless(ImageType type) {
    return new ImageHeader(type, OptionalInt.empty(), OptionalInt.empty());
  }

  private static long number(Bytes bytes, int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | bytes.at(at + i);
    }
    return number;
  }
}
