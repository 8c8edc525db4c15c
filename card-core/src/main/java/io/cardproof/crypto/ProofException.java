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
    /** The document announces an algorithm that is none of its key. */
    ALGORITHM_INCONSISTENT,
    /** The answer is no signature of this kind: another length, or a trailer that names nothing. */
    SIGNATURE_MALFORMED,
    /** The signature does not verify under the chip's public key over the challenge. */
    SIGNATURE_INVALID,
    /** The terminal's command was not made under the agreed keys: the transcript was swapped. */
    COMMAND_NOT_UNDER_KEYS,
    /** The chip's answer was not made under the agreed keys: it lacks the private key. */
    RESPONSE_NOT_UNDER_KEYS,
    /** The chip sent no data for Chip Authentication Mapping. */
    MAPPING_DATA_MISSING,
    /** The data for Chip Authentication Mapping do not decrypt to a number of this group. */
    MAPPING_DATA_MALFORMED,
    /** The mapping key does not follow from the chip's static key: it lacks the private key. */
    MAPPING_KEY_MISMATCH
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
