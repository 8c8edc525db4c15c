package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the document is past its date: it is valid to the end of its last day. */
final class Expiry {
  private final DocumentView document;
  private final Findings findings;

  Expiry(DocumentView document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** The first day on which the document is no longer valid, if that has come. */
  Optional<LocalDate> judge(Instant now) {
    if (document.mrz().isEmpty()) {
      findings.notApplicable(CheckId.EXPIRY, Reason.NOT_REACHED, Clauses.EXPIRY);
      return Optional.empty();
    }
    Optional<LocalDate> last = document.expiry();
    if (last.isEmpty() && !document.unlimited()) {
      findings.inconclusive(CheckId.EXPIRY, Reason.EXPIRY_UNREADABLE, Clauses.EXPIRY);
      return Optional.empty();
    }
    Optional<LocalDate> past =
        last.map(day -> day.plusDays(1))
            .filter(day -> !now.isBefore(day.atStartOfDay().toInstant(document.zone())));
    if (past.isPresent()) {
      findings.failed(CheckId.EXPIRY, Reason.EXPIRED, Clauses.EXPIRY);
    } else {
      findings.passed(CheckId.EXPIRY, Clauses.EXPIRY);
    }
    return past;
  }
}
