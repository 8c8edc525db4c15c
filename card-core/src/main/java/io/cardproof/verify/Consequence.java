package io.cardproof.verify;

import java.util.Locale;

/** What a {@link Policy} makes of a situation, from the mildest on. */
public enum Consequence {
  /** Nothing: it is as it should be, or not worth a word. */
  ACCEPTED,
  /** The report says so; the verdict does not depend on it. */
  REMARK,
  /** The verdict stays open. */
  INCONCLUSIVE,
  /** The check fails: the document is not accepted. */
  FAILURE,
  /**
   * The chip is not read any further once it is known, with {@code ErrorCode.REFUSED_BY_POLICY}. In
   * evidence that somebody captured all the same the verdict stays open.
   */
  REFUSAL;

  /** The stable name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean leavesOpen() {
    return this == INCONCLUSIVE || this == REFUSAL;
  }
}
