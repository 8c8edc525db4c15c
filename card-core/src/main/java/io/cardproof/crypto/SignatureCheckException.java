package io.cardproof.crypto;

/** A signature that was not accepted; the fault says why. */
public final class SignatureCheckException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reasons, a closed list. */
  public enum Fault {
    /** The key did not make this signature over this data. */
    INVALID,
    /** An algorithm or a curve that nobody here knows. */
    UNSUPPORTED,
    /** An algorithm or key below the floor of its time. */
    TOO_WEAK,
    /** A broken algorithm that nobody may use. */
    FORBIDDEN,
    /** The public key is malformed. */
    KEY_UNUSABLE,
    /** The public key is on a known curve with another generator (CVE-2020-0601). */
    KEY_FORGED
  }

  private final Fault fault;

  /** Says what is wrong, never a value. */
  public SignatureCheckException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Why it was not accepted. */
  public Fault fault() {
    return fault;
  }
}
