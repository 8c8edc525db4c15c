package io.cardproof.chip;

/** How much of a chip is read. */
public enum Extent {
  /** What the verdict and the holder need. */
  NEEDED,
  /**
   * Also EF.ATR/INFO and EF.DIR, before access, and EF.COM. Nobody signed them, so they decide
   * nothing; each costs a command or two.
   */
  ALL_FILES
}
