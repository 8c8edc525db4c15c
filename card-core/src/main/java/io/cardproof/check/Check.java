package io.cardproof.check;

import java.util.Optional;

/**
 * One rule and how the document came out.
 *
 * @param id the rule's stable name
 * @param status how it came out
 * @param reason why it did not pass; empty when it passed
 * @param clause where the rule is written, such as {@code ICAO 9303-11 §5.1}
 */
public record Check(CheckId id, Status status, Optional<Reason> reason, String clause) {
  /** A check that passed has no reason; any that failed or stayed open has one. */
  public Check {
    boolean needsReason = status == Status.FAILED || status == Status.INCONCLUSIVE;
    if ((status == Status.PASSED && reason.isPresent()) || (needsReason && reason.isEmpty())) {
      throw new IllegalArgumentException("status and reason of " + id.value() + " disagree");
    }
  }

  /** The document is as the clause demands. */
  public static Check passed(CheckId id, String clause) {
    return new Check(id, Status.PASSED, Optional.empty(), clause);
  }

  /** The document is not as the clause demands. */
  public static Check failed(CheckId id, Reason reason, String clause) {
    return new Check(id, Status.FAILED, Optional.of(reason), clause);
  }

  /** Nobody can say. */
  public static Check inconclusive(CheckId id, Reason reason, String clause) {
    return new Check(id, Status.INCONCLUSIVE, Optional.of(reason), clause);
  }

  /** The clause does not concern this document, or an earlier check left nothing to judge. */
  public static Check notApplicable(CheckId id, Reason reason, String clause) {
    return new Check(id, Status.NOT_APPLICABLE, Optional.of(reason), clause);
  }
}
