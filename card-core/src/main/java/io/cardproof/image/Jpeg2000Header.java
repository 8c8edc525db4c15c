package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.value.Bytes;

/**
 * What a JPEG 2000 code stream will cost, from its own headers, ISO 15444-1 Annex A. What the
 * wrapper around it says does not bind a decoder.
 */
final class Jpeg2000Header {
  private static final Bytes CODE_STREAM_BOX = Bytes.ofHex("6A703263");
  private static final Bytes START = Bytes.ofHex("FF4FFF51");
  private static final int START_OF_TILE_PART = 0xFF90;
  private static final int START_OF_DATA = 0xFF93;
  private static final int PACKED_HEADERS_MAIN = 0xFF60;
  private static final int PACKED_HEADERS_TILE = 0xFF61;
  private static final int END_OF_CODE_STREAM = 0xD9;
  private static final int SIZE_SEGMENT = 42;
  private static final int MOST_BOXES = 64;
  private static final int MOST_SEGMENTS = 8192;
  private static final int MOST_TILES = 4096;
  private static final int MOST_COMPONENTS = 4;
  private static final int MOST_BITS = 16;

  private final ImageType type;
  private final Bytes bytes;
  private final int start;

  private Jpeg2000Header(ImageType type, Bytes bytes, int start) {
    this.type = type;
    this.bytes = bytes;
    this.start = start;
  }

  static Jpeg2000Header of(EncodedImage image) throws ImageException {
    Bytes bytes = image.bytes();
    int at = image.type() == ImageType.JPEG2000_JP2 ? codeStream(bytes) : 0;
    if (at < 0 || at + SIZE_SEGMENT > bytes.length() || !bytes.slice(at, at + 4).equals(START)) {
      throw ImageException.malformed(image.type(), "no code stream");
    }
    return new Jpeg2000Header(image.type(), bytes, at);
  }

  /** Refuses what would need too much memory, or would keep the decoder busy for ever. */
  void check(long mostPixels) throws ImageException {
    long width = number(start + 8, 4);
    long height = number(start + 12, 4);
    if (width > mostPixels || height > mostPixels || width * height > mostPixels) {
      throw ImageException.tooLarge(type, width * height);
    }
    int components = (int) number(start + 40, 2);
    if (components < 1
        || components > MOST_COMPONENTS
        || tiles(width, height) > MOST_TILES
        || deepest(components) > MOST_BITS) {
      throw ImageException.malformed(type, "not the shape of a portrait");
    }
    checkSegments();
  }

  /** Walks the boxes, ISO 15444-1 §I.4; -1 if there is no code stream among them. */
  private static int codeStream(Bytes bytes) {
    long at = 0;
    for (int box = 0; box < MOST_BOXES && at + 16 <= bytes.length(); box++) {
      int start = (int) at;
      long length = number(bytes, start, 4);
      int header = length == 1 ? 16 : 8;
      if (bytes.slice(start + 4, start + 8).equals(CODE_STREAM_BOX)) {
        return start + header;
      }
      at += length == 1 ? number(bytes, start + 8, 8) : length;
      if (at <= start || at > bytes.length()) {
        return -1;
      }
    }
    return -1;
  }

  private long tiles(long width, long height) throws ImageException {
    long tileWidth = number(start + 24, 4);
    long tileHeight = number(start + 28, 4);
    if (tileWidth == 0 || tileHeight == 0) {
      throw ImageException.malformed(type, "tiles without pixels");
    }
    return ((width + tileWidth - 1) / tileWidth) * ((height + tileHeight - 1) / tileHeight);
  }

  private int deepest(int components) {
    int deepest = 0;
    for (int i = 0; i < components && start + SIZE_SEGMENT + 3 * i < bytes.length(); i++) {
      deepest = Math.max(deepest, (bytes.at(start + SIZE_SEGMENT + 3 * i) & 0x7F) + 1);
    }
    return deepest;
  }

  /** Goes through all headers and over the data between them. */
  private void checkSegments() throws ImageException {
    long at = start + 2L;
    long tilePart = at;
    for (int i = 0; i < MOST_SEGMENTS && at + 12 <= bytes.length(); i++) {
      int marker = (int) number((int) at, 2);
      switch (marker) {
        // The decoder never comes to the end of packet headers that stand apart.
        case PACKED_HEADERS_MAIN, PACKED_HEADERS_TILE ->
            throw ImageException.malformed(type, "packed packet headers");
        case START_OF_DATA -> {
          long length = number((int) tilePart + 6, 4);
          long end = length == 0 ? bytes.length() : Math.max(at + 2, tilePart + length);
          checkData((int) at + 2, (int) Math.min(end, bytes.length()));
          at = end;
        }
        default -> {
          if (marker < 0xFF00) {
            return;
          }
          tilePart = marker == START_OF_TILE_PART ? at : tilePart;
          at += 2 + number((int) at + 2, 2);
        }
      }
    }
  }

  /** No byte above 8F follows an FF in data; the decoder would read two FFs again and again. */
  private void checkData(int from, int to) throws ImageException {
    for (int at = from; at < to && at + 1 < bytes.length(); at++) {
      if (bytes.at(at) == 0xFF && bytes.at(at + 1) == END_OF_CODE_STREAM) {
        return;
      }
      if (bytes.at(at) == 0xFF && bytes.at(at + 1) == 0xFF) {
        throw ImageException.malformed(type, "a marker inside the data");
      }
    }
  }

  private long number(int at, int count) {
    return number(bytes, at, count);
  }

  private static long number(Bytes bytes, int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | bytes.at(at + i);
    }
    return number;
  }
}
