package io.cardproof.simulator.chip;

/** A command that the chip does not carry out, and the status word that says why. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int statusWord;

  Refusal(int statusWord) {
    super("status word " + Integer.toHexString(statusWord), null, false, false);
    this.statusWord = statusWord;
  }

  int statusWord() {
    return statusWord;
  }
}
