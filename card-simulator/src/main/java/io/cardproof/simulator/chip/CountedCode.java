package io.cardproof.simulator.chip;

/**
 * A secret number as personalised, and how many tries it bears.
 *
 * @param full how many a full counter has
 */
record CountedCode(String digits, int tries, int full) {
  private static final int FULL_PIN = 3;

  /** A status word has no place for more. */
  private static final int MOST_TRIES = 15;

  CountedCode {
    if (tries < 0 || tries > full || full > MOST_TRIES) {
      throw new IllegalArgumentException("0 to " + Math.min(full, MOST_TRIES) + " tries");
    }
  }

  static CountedCode pin(String digits, int tries) {
    return new CountedCode(digits, tries, FULL_PIN);
  }

  static CountedCode puk(String digits, int uses) {
    return new CountedCode(digits, uses, Math.max(0, uses));
  }

  RetryCounter counter() {
    return new RetryCounter(full, tries);
  }

  @Override
  public String toString() {
    return "CountedCode[" + tries + " tries]";
  }
}
