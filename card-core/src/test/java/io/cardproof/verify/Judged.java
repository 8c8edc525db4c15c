package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Captures.Capture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports of the policy counter, and what they name. */
final class Judged {
  private Judged() {}

  static Report judge(Capture capture) {
    return judge(capture, Expectation.none());
  }

  static Report judge(Capture capture, Expectation expectation) {
    return judge(capture.trust(), capture.evidence(), expectation);
  }

  static Report judge(TrustStore trust, Evidence evidence, Expectation expectation) {
    return new Verifier(trust, Policy.COUNTER).verify(evidence, expectation, Captures.NOW);
  }

  static Set<String> notPassed(Report report) {
    return report.checks().stream()
        .filter(check -> check.status() == Status.FAILED || check.status() == Status.INCONCLUSIVE)
        .map(Judged::text)
        .collect(Collectors.toSet());
  }

  static Check check(Findings findings, CheckId id) {
    return check(findings.checks(), id);
  }

  static Check check(Report report, CheckId id) {
    return check(report.checks(), id);
  }

  private static Check check(List<Check> checks, CheckId id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst().orElseThrow();
  }

  static String text(Check check) {
    return check.id().value() + " " + check.reason().map(Reason::id).orElse("");
  }

  static List<String> remarks(Report report) {
    return report.remarks().stream().map(Remark::id).toList();
  }
}
