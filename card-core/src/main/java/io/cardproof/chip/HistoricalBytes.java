package io.cardproof.chip;

import io.cardproof.value.Bytes;

/** What the card says about itself in its answer to reset, ISO 7816-3 §8.2 and 7816-4 §12.1.1. */
final class HistoricalBytes {
  private static final int CARD_CAPABILITIES = 7;
  private static final int THIRD_TABLE = 2;
  private static final int LENGTHS_IN_ATR_INFO = 0x20;

  private HistoricalBytes() {}

  /** Whether EF.ATR/INFO says how long commands and responses may be. */
  static boolean announceLengthsInAtrInfo(Bytes atr) {
    Bytes objects = compactObjects(historical(atr));
    int at = 0;
    while (at < objects.length()) {
      int tag = objects.at(at) >> 4;
      int length = objects.at(at) & 0x0F;
      int table = at + 1 + THIRD_TABLE;
      if (tag == CARD_CAPABILITIES && length > THIRD_TABLE && table < objects.length()) {
        return (objects.at(table) & LENGTHS_IN_ATR_INFO) != 0;
      }
      at += 1 + length;
    }
    return false;
  }

  // Y in T0 and in each TD says which of TA, TB, TC and TD follow.
  private static Bytes historical(Bytes atr) {
    if (atr.length() < 2) {
      return Bytes.empty();
    }
    int count = atr.at(1) & 0x0F;
    int present = atr.at(1) >> 4;
    int at = 2;
    while (present != 0) {
      int last = at + Integer.bitCount(present) - 1;
      boolean more = (present & 0x08) != 0;
      if (last >= atr.length()) {
        return Bytes.empty();
      }
      present = more ? atr.at(last) >> 4 : 0;
      at = last + 1;
    }
    return atr.slice(at, Math.min(atr.length(), at + count));
  }

  // Category 80: objects to the end; category 00: three bytes of status after them.
  private static Bytes compactObjects(Bytes historical) {
    if (historical.isEmpty()) {
      return historical;
    }
    return switch (historical.at(0)) {
      case 0x80 -> historical.from(1);
      case 0x00 -> historical.slice(1, Math.max(1, historical.length() - 3));
      default -> Bytes.empty();
    };
  }
}
