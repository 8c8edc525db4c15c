package io.cardproof.crypto;

/** A proof of the chip that does not hold; the fault says why. */
public final class ProofException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reasons, a closed list. */
  public enum Fault {
    /** The chip's public key is malformed. */
    KEY_MALFORMED,
    /** The key or the protocol is of a kind that nobody here speaks. */
    UNSUPPORTED,
    /** The stored transcript is not one of this protocol: wrong lengths, tags or terminal key. */
    TRANSCRIPT_MALFORMED,
    /** The signature does not verify under the chip's public key over the challenge. */
    SIGNATURE_INVALID,
    /** The terminal's command was not made under the agreed keys: the transcript was swapped. */
    COMMAND_NOT_UNDER_KEYS,
    /** The chip's answer was not made under the agreed keys: it lacks the private key. */
    RESPONSE_NOT_UNDER_KEYS
  }

  private final Fault fault;

  /** Says what is wrong, never a value. */
  public ProofException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Why the proof does not hold. */
  public Fault fault() {
    return fault;
  }
}
