package io.cardproof.simulator.chip;

/** What chip and terminal know after Chip Authentication. */
final class Agreement {
  private final byte[] secret;
  private final byte[] terminalKey;

  Agreement(byte[] secret, byte[] terminalKey) {
    this.secret = secret.clone();
    this.terminalKey = terminalKey.clone();
  }

  /** The shared value at its full length. */
  byte[] secret() {
    return secret.clone();
  }

  /** The terminal's key as Terminal Authentication names it, TR-03110-3 §A.2.2.3. */
  byte[] terminalKey() {
    return terminalKey.clone();
  }
}
