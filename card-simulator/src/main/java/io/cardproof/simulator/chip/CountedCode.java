package io.cardproof.simulator.chip;

/** A secret number as personalised, and how many wrong tries it bears. */
record CountedCode(String digits, int tries) {
  /** Tries that a full counter has. */
  static final int FULL = 3;

  private static final int MOST_TRIES = 10;

  CountedCode {
    if (tries < 0 || tries > MOST_TRIES) {
      throw new IllegalArgumentException("0 to " + MOST_TRIES + " tries");
    }
  }

  @Override
  public String toString() {
    return "CountedCode[" + tries + " tries]";
  }
}
