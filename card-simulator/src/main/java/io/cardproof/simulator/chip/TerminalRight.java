package io.cardproof.simulator.chip;

/** What an inspection system may be allowed to read, TR-03110-3 §C.4.1. */
public enum TerminalRight {
  /** Fingerprints. */
  READ_DG3(0x01),

  /** Irises. */
  READ_DG4(0x02);

  private final int bit;

  TerminalRight(int bit) {
    this.bit = bit;
  }

  /** The right's bit in the last byte of an authorization. */
  public int bit() {
    return bit;
  }
}
