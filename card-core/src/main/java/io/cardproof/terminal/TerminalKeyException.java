package io.cardproof.terminal;

/** A terminal's key that does not sign: mend the key, its token or its file. */
public final class TerminalKeyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, never a value. */
  public TerminalKeyException(String message) {
    super(message);
  }
}
