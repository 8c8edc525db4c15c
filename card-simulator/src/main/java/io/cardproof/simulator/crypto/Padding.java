package io.cardproof.simulator.crypto;

import java.util.Arrays;
import java.util.Optional;

/** Padding method 2 of ISO/IEC 9797-1: 80, then 00 to the end of the block. */
public final class Padding {
  private Padding() {}

  /** The bytes with at least one byte of padding. */
  public static byte[] add(byte[] bytes, int blockSize) {
    byte[] padded = Arrays.copyOf(bytes, (bytes.length / blockSize + 1) * blockSize);
    padded[bytes.length] = (byte) 0x80;
    return padded;
  }

  /** The bytes without padding; nothing if there is no padding. */
  public static Optional<byte[]> remove(byte[] padded) {
    int at = padded.length - 1;
    while (at >= 0 && padded[at] == 0) {
      at--;
    }
    return at < 0 || padded[at] != (byte) 0x80
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(padded, at));
  }
}
