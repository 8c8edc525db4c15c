package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the first bytes of an image say: its type, and its size where that is easy to find.
 *
 * @param type what the mark at the start means
 * @param width in pixels, 1 to 65,535
 * @param height in pixels, 1 to 65,535
 */
public record ImageHeader(ImageType type, OptionalInt width, OptionalInt height) {
  private static final Bytes JPEG = Bytes.ofHex("FFD8FF");
  private static final Bytes JP2 = Bytes.ofHex("0000000C6A5020200D0A870A");
  private static final Map<Bytes, ImageType> MARKS =
      Map.of(
          JPEG,
          ImageType.JPEG,
          JP2,
          ImageType.JPEG2000_JP2,
          Bytes.ofHex("FF4FFF51"),
          ImageType.JPEG2000_CODESTREAM,
          Bytes.ofHex("FFA0FFA4"),
          ImageType.WSQ,
          Bytes.ofHex("FFA0FFA2"),
          ImageType.WSQ,
          Bytes.ofHex("FFA0FFA5"),
          ImageType.WSQ,
          Bytes.ofHex("FFA0FFA8"),
          ImageType.WSQ,
          Bytes.ofHex("89504E470D0A1A0A"),
          ImageType.PNG);
  private static final Bytes JP2_SIZE_BOX = Bytes.ofHex("69686472");
  private static final int LONGEST_MARK = JP2.length();
  private static final int JP2_SEARCH = 512;
  private static final int NETPBM_HEADER = 64;
  private static final int MAX_SEGMENTS = 256;
  private static final int MAX_SIDE = 65_535;

  /** Reads the header of {@code image}. */
  public static ImageHeader of(Bytes image) {
    ImageType type = sniff(image);
    return switch (type) {
      case JPEG -> jpeg(image);
      case JPEG2000_JP2 -> jp2(image);
      case JPEG2000_CODESTREAM -> codestream(image);
      case WSQ -> wsq(image);
      case PNG -> png(image);
      case NETPBM -> netpbm(image);
      case JPEG_LS, RAW, RAW_PACKED, UNKNOWN -> sizeless(type);
    };
  }

  /** What the mark at the start means; a JPEG-LS begins as a JPEG does. */
  static ImageType sniff(Bytes image) {
    for (Map.Entry<Bytes, ImageType> mark : MARKS.entrySet()) {
      if (image.startsWith(mark.getKey())) {
        return mark.getValue();
      }
    }
    boolean netpbm =
        image.length() > 2
            && image.at(0) == 'P'
            && (image.at(1) == '5' || image.at(1) == '6')
            && Character.isWhitespace(image.at(2));
    return netpbm ? ImageType.NETPBM : ImageType.UNKNOWN;
  }

  /** Whether an image with a mark of its own begins at {@code at}. */
  static boolean beginsAt(Bytes content, int at) {
    Bytes start = content.slice(at, Math.min(content.length(), at + LONGEST_MARK));
    return sniff(start) != ImageType.UNKNOWN;
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
        ImageType type = marker == 0xF7 ? ImageType.JPEG_LS : ImageType.JPEG;
        return sized(type, BigEndian.number(image, at + 7, 2), BigEndian.number(image, at + 5, 2));
      }
      at += marker == 0xFF ? 1 : 2 + BigEndian.small(image, at + 2, 2);
    }
    return sizeless(ImageType.JPEG);
  }

  /** SOF0 to SOF15 without the three markers in that range that are tables, and SOF55. */
  private static boolean frameHeader(int marker) {
    return marker == 0xF7
        || (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC);
  }

  /** The image header box stands near the start, ISO 15444-1 §I.5.3.1. */
  private static ImageHeader jp2(Bytes image) {
    int end = Math.min(image.length() - 12, JP2_SEARCH);
    for (int at = JP2.length(); at <= end; at++) {
      if (image.slice(at, at + 4).equals(JP2_SIZE_BOX)) {
        return sized(
            ImageType.JPEG2000_JP2,
            BigEndian.number(image, at + 8, 4),
            BigEndian.number(image, at + 4, 4));
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
        BigEndian.number(image, 8, 4) - BigEndian.number(image, 16, 4),
        BigEndian.number(image, 12, 4) - BigEndian.number(image, 20, 4));
  }

  /** Walks the segments up to the frame header, IAFIS-IC-0110 §4.2. */
  private static ImageHeader wsq(Bytes image) {
    int at = 2;
    for (int i = 0; i < MAX_SEGMENTS && at + 10 <= image.length(); i++) {
      if (image.at(at) != 0xFF) {
        return sizeless(ImageType.WSQ);
      }
      if (image.at(at + 1) == 0xA2) {
        return sized(
            ImageType.WSQ, BigEndian.number(image, at + 8, 2), BigEndian.number(image, at + 6, 2));
      }
      at += 2 + BigEndian.small(image, at + 2, 2);
    }
    return sizeless(ImageType.WSQ);
  }

  /** The header chunk comes first, ISO 15948 §11.2.2. */
  private static ImageHeader png(Bytes image) {
    return image.length() < 24
        ? sizeless(ImageType.PNG)
        : sized(ImageType.PNG, BigEndian.number(image, 16, 4), BigEndian.number(image, 20, 4));
  }

  private static ImageHeader netpbm(Bytes image) {
    byte[] start = image.slice(0, Math.min(image.length(), NETPBM_HEADER)).toByteArray();
    String[] words = new String(start, StandardCharsets.ISO_8859_1).split("\\s+", 4);
    return words.length == 4 && isNumber(words[1]) && isNumber(words[2])
        ? sized(ImageType.NETPBM, Long.parseLong(words[1]), Long.parseLong(words[2]))
        : sizeless(ImageType.NETPBM);
  }

  private static boolean isNumber(String word) {
    return word.matches("[0-9]{1,5}");
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
}
