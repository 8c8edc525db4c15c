package io.cardproof.document;

import io.cardproof.value.Bytes;

/** Unsigned numbers inside records of fixed layout, the highest byte first. */
final class BigEndian {
  private BigEndian() {}

  /** The number in these {@code count} bytes; the caller knows that they are there. */
  static long number(Bytes bytes, int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | bytes.at(at + i);
    }
    return number;
  }

  /** The same for up to three bytes. */
  static int small(Bytes bytes, int at, int count) {
    return (int) number(bytes, at, count);
  }
}
