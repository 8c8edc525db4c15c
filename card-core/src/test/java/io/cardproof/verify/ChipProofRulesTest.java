package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a proof of the chip is worth, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChipProofRulesTest {
  private Capture genuine;

  @BeforeAll
  void capture() throws Exception {
    genuine = Captures.of("cccd-2021");
  }

  @Test
  void presenceIsProvenOnlyOverTheChallengeThatTheCallerExpected() {
    assertEquals(Presence.WITNESSED, Judged.judge(genuine, Expectation.none()).presence());
    Report proven = Judged.judge(genuine, Expectation.server(Captures.CHALLENGE));
    assertEquals(Presence.PROVEN, proven.presence());
    assertInstanceOf(Verdict.Authentic.class, proven.verdict());
  }

  @Test
  void aSignatureOverAnotherChallengeIsAFailedCheck() {
    Report report = Judged.judge(genuine, Expectation.challenge(Bytes.ofHex("FFFFFFFFFFFFFFFF")));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("active-authentication challenge-mismatch"), Judged.notPassed(report));
  }

  @Test
  void aServerThatDemandsProofIsNotContentWithATranscriptOfTheTerminal() {
    Evidence withoutActive =
        Tampered.with(
            genuine.evidence(),
            proofs -> Tampered.without(proofs, ChipProof.ActiveAuthentication.class));
    Report report =
        Judged.judge(genuine.trust(), withoutActive, Expectation.server(Captures.CHALLENGE));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("active-authentication presence-not-proven"), Judged.notPassed(report));
  }

  @Test
  void everyAnnouncedProofMustHaveBeenAttempted() {
    Evidence withoutChip =
        Tampered.with(
            genuine.evidence(),
            proofs -> Tampered.without(proofs, ChipProof.ChipAuthentication.class));
    Report report = Judged.judge(genuine.trust(), withoutChip, Expectation.none());
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("chip-authentication chip-proof-not-obtained"), Judged.notPassed(report));
  }

  @Test
  void aProofThatTheReaderCannotCarryDoesNotUndoAnotherThatPassed() {
    Evidence refused = withActive(Bytes.empty(), 0x6700);
    Report report = Judged.judge(genuine.trust(), refused, Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(Judged.remarks(report).contains("chip-proof-refused"));
  }

  @Test
  void aRefusalDoesNotWaiveAChallengeThatWasExpected() {
    Evidence refused = withActive(Bytes.empty(), 0x6982);
    Report report =
        Judged.judge(genuine.trust(), refused, Expectation.challenge(Captures.CHALLENGE));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("active-authentication presence-not-proven"), Judged.notPassed(report));
  }

  @Test
  void aTranscriptOfAnotherChipIsAFailedCheck() throws Exception {
    ChipProof other =
        Captures.of(12, "cccd-2021").evidence().proofs().stream()
            .filter(ChipProof.ChipAuthentication.class::isInstance)
            .findFirst()
            .orElseThrow();
    Evidence swapped =
        Tampered.with(
            genuine.evidence(),
            proofs -> {
              List<ChipProof> result = Tampered.without(proofs, ChipProof.ChipAuthentication.class);
              result.add(other);
              return result;
            });
    Report report = Judged.judge(genuine.trust(), swapped, Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("chip-authentication transcript-invalid"), Judged.notPassed(report));
  }

  @Test
  void aWrongAnswerToTheChallengeIsACloneAsWell() {
    Evidence wrong = withActive(Bytes.of(new byte[256]), 0x9000);
    Report report = Judged.judge(genuine.trust(), wrong, Expectation.none());
    assertEquals(Set.of("active-authentication clone-suspected"), Judged.notPassed(report));
  }

  private Evidence withActive(Bytes response, int statusWord) {
    return Tampered.with(
        genuine.evidence(),
        proofs -> {
          List<ChipProof> result = Tampered.without(proofs, ChipProof.ActiveAuthentication.class);
          result.add(new ChipProof.ActiveAuthentication(Captures.CHALLENGE, response, statusWord));
          return result;
        });
  }
}
