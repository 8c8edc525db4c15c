package io.cardproof.simulator.chip;

/** The ATR that a PC/SC reader makes up for a contactless chip, PC/SC part 3 §3.1.3.2.3.1. */
final class HistoricalBytes {
  /** Software functions, ISO/IEC 7816-4 table 119: command chaining. */
  private static final int CHAINING = 0x80;

  /** Extended Lc and Le fields. */
  private static final int EXTENDED_LENGTH = 0x40;

  /** How long a command and a response may be stands in EF.ATR/INFO. */
  private static final int LENGTHS_IN_ATR_INFO = 0x20;

  private static final int ATR_INFO = 0x2F01;

  private HistoricalBytes() {}

  static byte[] atr(ChipImage image) {
    int functions = image.isShortLengthOnly() ? CHAINING : CHAINING | EXTENDED_LENGTH;
    if (image.contents().masterFiles().containsKey(ATR_INFO)) {
      functions |= LENGTHS_IN_ATR_INFO;
    }
    // Selection by full name, by file identifier, short identifiers; data units of one byte.
    byte[] historical = {(byte) 0x80, 0x73, (byte) 0x94, 0x21, (byte) functions};
    byte[] atr = new byte[4 + historical.length + 1];
    atr[0] = 0x3B;
    atr[1] = (byte) (0x80 | historical.length);
    atr[2] = (byte) 0x80;
    atr[3] = 0x01;
    System.arraycopy(historical, 0, atr, 4, historical.length);
    atr[atr.length - 1] = checkByte(atr);
    return atr;
  }

  private static byte checkByte(byte[] atr) {
    int check = 0;
    for (int i = 1; i < atr.length - 1; i++) {
      check ^= atr[i];
    }
    return (byte) check;
  }
}
