package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.OptionalInt;

/**
 * An image as the chip holds it: found and measured, never decoded.
 *
 * @param bytes the image from its first byte on
 * @param type told from those bytes, except that plain pixels have no mark
 * @param width in pixels, as the image itself says; for plain pixels as the record around it says
 * @param height in pixels, as {@code width}
 */
public record EncodedImage(Bytes bytes, ImageType type, OptionalInt width, OptionalInt height) {
  /** The image that these bytes are, by their own word. */
  public static EncodedImage of(Bytes bytes) {
    ImageHeader header = ImageHeader.of(bytes);
    return new EncodedImage(bytes, header.type(), header.width(), header.height());
  }

  /** Plain pixels, unless the bytes have the mark of another type. */
  static EncodedImage pixels(Bytes bytes, ImageType layout, int width, int height) {
    EncodedImage marked = of(bytes);
    return marked.type() != ImageType.UNKNOWN || width == 0 || height == 0
        ? marked
        : new EncodedImage(bytes, layout, OptionalInt.of(width), OptionalInt.of(height));
  }
}
