package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.value.Bytes;

/** Grey pixels of one to seven bits, packed without gaps. How many bits, the length tells. */
final class PackedCodec implements Codec {
  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    int width = image.width().orElseThrow();
    int height = image.height().orElseThrow();
    int pixels = width * height;
    Bytes bytes = image.bytes();
    int depth = (int) Math.min(8, bytes.length() * 8L / pixels);
    if (depth == 0) {
      throw ImageException.malformed(image.type(), "fewer pixels than announced");
    }
    int white = (1 << depth) - 1;
    byte[] samples = new byte[pixels];
    for (int i = 0; i < pixels; i++) {
      samples[i] = (byte) (value(bytes, (long) i * depth, depth) * 255 / white);
    }
    return new Picture(width, height, 1, Bytes.of(samples));
  }

  private static int value(Bytes bytes, long bit, int depth) {
    int value = 0;
    for (long i = bit; i < bit + depth; i++) {
      int bitOfByte = 7 - (int) (i & 7);
      value = (value << 1) | ((bytes.at((int) (i >> 3)) >> bitOfByte) & 1);
    }
    return value;
  }
}
