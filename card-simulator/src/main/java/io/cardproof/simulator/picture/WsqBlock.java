package io.cardproof.simulator.picture;

import java.io.ByteArrayOutputStream;

/** One block of coded indices: symbols with their extra bits (IAFIS-IC-0110 part 1 §2.4). */
final class WsqBlock {
  private static final int SYMBOLS = 256;
  private static final int LONGEST_SHORT_RUN = 100;
  private static final int RUN_8 = 105;
  private static final int RUN_16 = 106;
  private static final int POSITIVE_8 = 101;
  private static final int NEGATIVE_8 = 102;
  private static final int POSITIVE_16 = 103;
  private static final int NEGATIVE_16 = 104;
  private static final int ZERO = 180;
  private static final int LEAST = -73;
  private static final int MOST = 74;

  private final long[] frequencies = new long[SYMBOLS];
  private int[] symbols = new int[1024];
  private int[] extras = new int[1024];
  private int size;
  private int zeros;

  /** The next index. */
  void add(int index) {
    if (index == 0) {
      zeros++;
      if (zeros == 0xFFFF) {
        endRun();
      }
      return;
    }
    endRun();
    if (index >= LEAST && index <= MOST) {
      put(index + ZERO, 0);
    } else if (Math.abs(index) <= 0xFF) {
      put(index > 0 ? POSITIVE_8 : NEGATIVE_8, Math.abs(index));
    } else {
      put(index > 0 ? POSITIVE_16 : NEGATIVE_16, Math.min(Math.abs(index), 0xFFFF));
    }
  }

  /** Ends the run of zeros, if there is one: a block must end with it. */
  void endRun() {
    if (zeros > 0) {
      int symbol = zeros <= LONGEST_SHORT_RUN ? zeros : zeros <= 0xFF ? RUN_8 : RUN_16;
      put(symbol, zeros);
      zeros = 0;
    }
  }

  /** Adds how often each symbol occurs. */
  void count(long[] totals) {
    for (int i = 0; i < totals.length; i++) {
      totals[i] += frequencies[i];
    }
  }

  /** The bits, filled up with ones; after a byte of ones comes one of zeros. */
  byte[] coded(WsqCode code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long bits = 1;
    for (int i = 0; i < size; i++) {
      bits = (bits << code.length(symbols[i])) | code.word(symbols[i]);
      bits = flush(bits, out);
      bits = (bits << extraBits(symbols[i])) | extra(symbols[i], extras[i]);
      bits = flush(bits, out);
    }
    if (bits > 1) {
      while (bits < 0x100) {
        bits = (bits << 1) | 1;
      }
      flush(bits, out);
    }
    return out.toByteArray();
  }

  /** Writes whole bytes; a leading one marks where the rest begins. */
  private static long flush(long bits, ByteArrayOutputStream out) {
    long rest = bits;
    int count = 63 - Long.numberOfLeadingZeros(rest);
    while (count >= 8) {
      count -= 8;
      int next = (int) (rest >> count) & 0xFF;
      out.write(next);
      if (next == 0xFF) {
        out.write(0);
      }
      rest = (rest & ((1L << count) - 1)) | (1L << count);
    }
    return rest;
  }

  private static int extraBits(int symbol) {
    return switch (symbol) {
      case POSITIVE_8, NEGATIVE_8, RUN_8 -> 8;
      case POSITIVE_16, NEGATIVE_16, RUN_16 -> 16;
      default -> 0;
    };
  }

  private static int extra(int symbol, int value) {
    return extraBits(symbol) == 0 ? 0 : value;
  }

  private void put(int symbol, int extra) {
    if (size == symbols.length) {
      symbols = java.util.Arrays.copyOf(symbols, 2 * size);
      extras = java.util.Arrays.copyOf(extras, 2 * size);
    }
    symbols[size] = symbol;
    extras[size++] = extra;
    frequencies[symbol]++;
  }
}
