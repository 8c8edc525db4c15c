package io.cardproof.terminal;

/** What an inspection system may be allowed to read, TR-03110-4 §2.2.3.1 (CHAT of type IS). */
public enum TerminalRight {
  /** The fingers, DG3. */
  READ_DG3(0x01),
  /** The irises, DG4. */
  READ_DG4(0x02);

  private final int bit;

  TerminalRight(int bit) {
    this.bit = bit;
  }

  /** The bit in the last byte of the authorisation. */
  int bit() {
    return bit;
  }
}
