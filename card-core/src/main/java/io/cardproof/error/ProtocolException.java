package io.cardproof.error;

import java.util.OptionalInt;

/** The chip broke the protocol: stop, and do not trust anything that it sent. */
public final class ProtocolException extends InspectionException {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final int statusWord;
  private final String clause;

  /** A fault that has no status word; {@code clause} such as {@code ICAO 9303-11 §9.8}. */
  public ProtocolException(Step step, String message, String clause) {
    this(ErrorCode.PROTOCOL_ERROR, step, message, clause, OptionalInt.empty());
  }

  /** A status word that the clause does not allow here. */
  public ProtocolException(Step step, String message, String clause, int statusWord) {
    this(ErrorCode.PROTOCOL_ERROR, step, message, clause, OptionalInt.of(statusWord));
  }

  /** A fault with a code of its own, such as {@link ErrorCode#LIMIT_EXCEEDED}. */
  public ProtocolException(
      ErrorCode code, Step step, String message, String clause, OptionalInt statusWord) {
    super(code, step, message);
    this.clause = clause;
    this.statusWord = statusWord.orElse(NONE);
  }

  /** The chip's status word, if that was the fault. */
  public OptionalInt statusWord() {
    return statusWord == NONE ? OptionalInt.empty() : OptionalInt.of(statusWord);
  }

  /** The clause that was broken. */
  public String clause() {
    return clause;
  }
}
