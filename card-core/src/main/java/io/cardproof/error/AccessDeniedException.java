package io.cardproof.error;

import java.util.OptionalInt;

/**
 * The chip refused the access key: ask for it again. The library never tries twice by itself. The
 * code {@link ErrorCode#KEY_SUSPENDED} asks for the card access number beside the PIN, {@link
 * ErrorCode#KEY_BLOCKED} for the PUK.
 */
public final class AccessDeniedException extends InspectionException {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = -1;

  private final int attemptsLeft;
  private final int statusWord;

  /** A refusal by a chip that does not say how many attempts are left. */
  public AccessDeniedException(Step step, int statusWord, String message) {
    this(step, statusWord, message, OptionalInt.empty());
  }

  /** A refusal; {@code attemptsLeft} as the chip tells by 63Cx, ISO 7816-4 §5.1.3. */
  public AccessDeniedException(
      Step step, int statusWord, String message, OptionalInt attemptsLeft) {
    this(ErrorCode.ACCESS_DENIED, step, statusWord, message, attemptsLeft);
  }

  /** A refusal with a code of its own, such as {@link ErrorCode#KEY_BLOCKED}. */
  public AccessDeniedException(
      ErrorCode code, Step step, int statusWord, String message, OptionalInt attemptsLeft) {
    super(code, step, message);
    this.statusWord = statusWord;
    this.attemptsLeft = attemptsLeft.orElse(UNKNOWN);
  }

  /** The attempts that are left before the chip blocks the key, if it says. */
  public OptionalInt attemptsLeft() {
    return attemptsLeft == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(attemptsLeft);
  }

  /** The chip's answer, such as 0x6300. */
  public int statusWord() {
    return statusWord;
  }
}
