package io.cardproof.inspection;

import io.cardproof.check.Check;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.error.InspectionException;
import io.cardproof.report.Report;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the library made of a chip.
 *
 * @param accepted no check failed, and nothing is open but that the chip has no proof
 * @param findings the checks that failed or are open, with their reasons; an error alone
 * @param remarks the ids of what was remarked
 */
record CaseOutcome(boolean accepted, List<String> findings, Set<String> remarks) {

  static CaseOutcome of(Report report) {
    List<String> findings =
        report.checks().stream().filter(CaseOutcome::counts).map(CaseOutcome::text).toList();
    Set<String> remarks =
        report.remarks().stream().map(Remark::id).collect(Collectors.toCollection(TreeSet::new));
    return new CaseOutcome(findings.isEmpty(), findings, remarks);
  }

  static CaseOutcome of(InspectionException e) {
    return new CaseOutcome(
        false, List.of("error " + e.code().id() + ": " + e.getMessage()), Set.of());
  }

  /** What was found, for the table. */
  String text() {
    return accepted ? "accepted" : String.join("; ", findings);
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
