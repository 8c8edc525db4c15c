package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.value.Bytes;

/** Plain pixels: grey of one or two bytes, or three colours. How many, the length tells. */
final class RawCodec implements Codec {
  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    int width = image.width().orElseThrow();
    int height = image.height().orElseThrow();
    int pixels = width * height;
    Bytes bytes = image.bytes();
    return switch (bytes.length() / pixels) {
      case 0 -> throw ImageException.malformed(image.type(), "fewer pixels than announced");
      case 1 -> new Picture(width, height, 1, bytes.slice(0, pixels));
      case 2 -> new Picture(width, height, 1, highBytes(bytes, pixels));
      default -> new Picture(width, height, 3, bytes.slice(0, 3 * pixels));
    };
  }

  private static Bytes highBytes(Bytes bytes, int pixels) {
    byte[] samples = new byte[pixels];
    for (int i = 0; i < pixels; i++) {
      samples[i] = (byte) bytes.at(2 * i);
    }
    return Bytes.of(samples);
  }
}
