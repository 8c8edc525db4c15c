package io.cardproof.inspection;

import io.cardproof.check.Check;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.error.InspectionException;
import io.cardproof.report.Report;
import java.util.stream.Collectors;

/**
 * What the library made of a chip.
 *
 * @param accepted no check failed, and nothing is open but that the chip has no proof
 * @param text what was found, for the table
 */
record CaseOutcome(boolean accepted, String text) {

  static CaseOutcome of(Report report) {
    String text =
        report.checks().stream()
            .filter(CaseOutcome::counts)
            .map(CaseOutcome::text)
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? new CaseOutcome(true, "accepted") : new CaseOutcome(false, text);
  }

  static CaseOutcome of(InspectionException e) {
    return new CaseOutcome(false, "error " + e.code().id() + ": " + e.getMessage());
  }

  private static boolean counts(Check check) {
    return check.status() == Status.FAILED
        || (check.status() == Status.INCONCLUSIVE
            && check.reason().filter(Reason.CHIP_PROOF_NONE::equals).isEmpty());
  }

  private static String text(Check check) {
    String found = check.id().value() + " " + check.reason().map(Reason::id).orElse("");
    return check.status() == Status.INCONCLUSIVE ? "open: " + found : found;
  }
}
