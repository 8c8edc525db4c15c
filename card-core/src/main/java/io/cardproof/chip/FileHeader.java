package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.util.OptionalLong;

/** Tag and length at the start of a file, which say how much of it there is to read. */
final class FileHeader {
  private static final int MOST_LENGTH_BYTES = 4;
  private static final int LONG_LENGTH = 0x80;

  private final Bytes start;
  private final int lengthAt;

  /**
   * @param start the first bytes of the file, at least one
   */
  FileHeader(Bytes start) {
    this.start = start;
    this.lengthAt = (start.at(0) & 0x1F) == 0x1F ? 2 : 1;
  }

  /**
   * How many bytes more the header has, as far as {@code start} tells; none if it is impossible.
   */
  int missing() {
    if (lengthAt >= start.length()) {
      return lengthAt + 1 - start.length();
    }
    return isImpossible() ? 0 : Math.max(0, lengthAt + 1 + lengthBytes() - start.length());
  }

  /** The declared length of the whole file, header included; empty if it is impossible. */
  OptionalLong declaredBytes() {
    if (isImpossible()) {
      return OptionalLong.empty();
    }
    int count = lengthBytes();
    long length = count == 0 ? start.at(lengthAt) : 0;
    for (int i = 1; i <= count; i++) {
      length = (length << 8) | start.at(lengthAt + i);
    }
    return OptionalLong.of(lengthAt + 1 + count + length);
  }

  private boolean isImpossible() {
    return start.at(lengthAt) == LONG_LENGTH || lengthBytes() > MOST_LENGTH_BYTES;
  }

  private int lengthBytes() {
    return Math.max(0, start.at(lengthAt) - LONG_LENGTH);
  }
}
