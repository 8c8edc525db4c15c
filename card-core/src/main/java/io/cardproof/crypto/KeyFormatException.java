package io.cardproof.crypto;

/** A public key, a point or domain parameters that are malformed or not supported. */
public final class KeyFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether the fault is the key's or ours. */
  public enum Kind {
    /** It is not what the standard says. */
    MALFORMED,
    /** It may be right, but nobody here speaks it. */
    UNSUPPORTED,
    /** It has the parameters of a known curve but for the generator (CVE-2020-0601). */
    FORGED
  }

  private final Kind kind;

  /** Says what is wrong, never a value. */
  public KeyFormatException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Whether the fault is the key's or ours. */
  public Kind kind() {
    return kind;
  }
}
