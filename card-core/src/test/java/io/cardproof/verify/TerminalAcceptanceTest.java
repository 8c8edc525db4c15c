package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TR-03110-1 §3.5: what a report says of a terminal that has keys for fingers and irises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalAcceptanceTest {
  private Captures.Capture citizen;

  @BeforeAll
  void capture() throws Exception {
    citizen = Captures.of("cccd-2021");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "CHIP_AUTHENTICATION_NEEDED, NOT_REACHED",
    "AUTHORITY_UNKNOWN, TERMINAL_AUTHORITY_UNKNOWN",
    "AUTHORITY_MISPLACED, TERMINAL_AUTHORITY_MISPLACED",
    "AUTHORITY_REFUSED, TERMINAL_AUTHORITY_REFUSED",
    "CERTIFICATE_MISSING, TERMINAL_CERTIFICATE_MISSING",
    "CERTIFICATE_INVALID, TERMINAL_CERTIFICATE_INVALID",
    "CERTIFICATE_EXPIRED, TERMINAL_CERTIFICATE_EXPIRED",
    "CERTIFICATE_REFUSED, TERMINAL_CERTIFICATE_REFUSED",
    "KEY_MISMATCH, TERMINAL_KEY_MISMATCH",
    "KEY_UNUSABLE, TERMINAL_KEY_UNUSABLE",
    "CHALLENGE_INVALID, TERMINAL_CHALLENGE_INVALID",
    "TERMINAL_REFUSED, TERMINAL_REFUSED",
  })
  void aRefusalHasItsOwnReasonAndSaysNothingAgainstTheDocument(Outcome outcome, Reason reason) {
    Report strict = report(Policy.STRICT, outcome);
    assertEquals(Status.INCONCLUSIVE, check(strict).status());
    assertEquals(Optional.of(reason), check(strict).reason());
    assertInstanceOf(Verdict.Inconclusive.class, strict.verdict());

    Report counter = report(Policy.COUNTER, outcome);
    assertEquals(Status.NOT_APPLICABLE, check(counter).status());
    assertEquals(Optional.of(reason), check(counter).reason());
    assertInstanceOf(Verdict.Authentic.class, counter.verdict());
  }

  @Test
  void anAcceptedTerminalIsSaidSo() {
    assertEquals(Status.PASSED, check(report(Policy.STRICT, Outcome.PASSED)).status());
  }

  @Test
  void aDocumentWithNothingToOpenIsAccepted() {
    Report report = report(Policy.STRICT, Outcome.NOT_NEEDED);
    assertEquals(Status.NOT_APPLICABLE, check(report).status());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
  }

  private Report report(Policy policy, Outcome outcome) {
    return new Verifier(citizen.trust(), policy)
        .verify(Terminals.with(citizen.evidence(), outcome), Expectation.none(), Captures.NOW);
  }

  private static Check check(Report report) {
    return report.checks().stream()
        .filter(check -> check.id().equals(CheckId.TERMINAL_AUTHENTICATION))
        .findFirst()
        .orElseThrow();
  }
}
