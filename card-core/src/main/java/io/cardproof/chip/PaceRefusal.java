package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.Step;
import java.util.OptionalInt;

/** Why a chip takes no key by PACE, ICAO 9303-11 §4.4.4.1 and TR-03110-3 §B.11.1. */
final class PaceRefusal {
  /**
   * No key by that reference; every document has an MRZ, the other keys are the issuer's choice.
   */
  static final int NOT_FOUND = 0x6A88;

  private PaceRefusal() {}

  /** The document has no key of this kind. */
  static AccessDeniedException unknown(AccessKey.Kind kind) {
    return new AccessDeniedException(
        Step.PACE,
        NOT_FOUND,
        "this document has no " + kind + "; open it by what is printed on it");
  }

  /** The chip has tried the key, and it is wrong; or it is blocked. */
  static AccessDeniedException ofKey(AccessKey.Kind kind, Answer answer) {
    return isBlocked(kind, answer)
        ? blocked(kind, answer)
        : denied(
            ErrorCode.ACCESS_DENIED,
            answer,
            "the chip refuses this " + kind,
            answer.attemptsLeft());
  }

  /** The chip takes no attempt with this kind of key any more. */
  static AccessDeniedException blocked(AccessKey.Kind kind, Answer answer) {
    return denied(
        ErrorCode.KEY_BLOCKED, answer, "the chip has blocked the " + kind, OptionalInt.of(0));
  }

  /** The issuer has switched this kind of key off. */
  static AccessDeniedException deactivated(AccessKey.Kind kind, Answer answer) {
    return denied(
        ErrorCode.KEY_BLOCKED,
        answer,
        "the " + kind + " of this chip is not activated",
        OptionalInt.empty());
  }

  /** One attempt is left, for which the chip wants the card access number first. */
  static AccessDeniedException suspended(Answer answer) {
    return denied(
        ErrorCode.KEY_SUSPENDED,
        answer,
        "one attempt is left at the PIN; the chip wants the card access number first",
        OptionalInt.of(1));
  }

  /** Whether the answer says that no attempt is left. */
  static boolean isBlocked(AccessKey.Kind kind, Answer answer) {
    boolean counts = kind == AccessKey.Kind.PIN || kind == AccessKey.Kind.PUK;
    return answer.statusWord() == Answer.BLOCKED
        || (counts && answer.attemptsLeft().orElse(1) == 0);
  }

  private static AccessDeniedException denied(
      ErrorCode code, Answer answer, String message, OptionalInt attemptsLeft) {
    return new AccessDeniedException(code, Step.PACE, answer.statusWord(), message, attemptsLeft);
  }
}
