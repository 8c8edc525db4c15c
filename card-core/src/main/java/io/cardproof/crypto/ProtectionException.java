package io.cardproof.crypto;

/** A protected message that is malformed or does not carry the MAC of its keys. */
public final class ProtectionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, never a value. */
  public ProtectionException(String message) {
    super(message);
  }
}
