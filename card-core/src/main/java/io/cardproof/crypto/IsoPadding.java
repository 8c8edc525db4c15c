package io.cardproof.crypto;

import java.util.Arrays;
import java.util.OptionalInt;

/** Padding method 2 of ISO/IEC 9797-1: {@code 80}, then zeros to the end of the block. */
public final class IsoPadding {
  private IsoPadding() {}

  /** A padded copy; always longer than {@code data}. */
  public static byte[] pad(byte[] data, int blockBytes) {
    byte[] padded = Arrays.copyOf(data, (data.length / blockBytes + 1) * blockBytes);
    padded[data.length] = (byte) 0x80;
    return padded;
  }

  /** The length of what was padded, or nothing if there is no such padding. */
  public static OptionalInt lengthWithout(byte[] padded, int blockBytes) {
    int shortest = Math.max(0, padded.length - blockBytes);
    for (int i = padded.length - 1; i >= shortest; i--) {
      if (padded[i] == (byte) 0x80) {
        return OptionalInt.of(i);
      }
      if (padded[i] != 0) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }
}
