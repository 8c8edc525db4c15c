package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.document.FileId;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Captures.Capture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference document of TR-03105, whose country signer is not public. */
class ReferenceDocumentTest {
  private Capture capture;
  private Report report;

  @BeforeEach
  void inspect() throws Exception {
    capture =
        Captures.of(
            SimulatedCard.builder().folder(SharedData.path("bsi-reference-set")).seed(3).build());
    report =
        new Verifier(TrustStore.builder().build(), Policy.COUNTER)
            .verify(capture.evidence(), Expectation.none(), Captures.NOW);
  }

  @Test
  void theSignatureVerifiesAndTheHashesOfTheFilesReadMatch() {
    assertEquals(AccessRecord.Protocol.BAC, report.access().protocol());
    assertEquals(Status.PASSED, status(CheckId.SIGNATURE));
    for (FileId id : List.of(FileId.DG1, FileId.DG2, FileId.DG14)) {
      assertEquals(Status.PASSED, status(CheckId.hash(id)), id.label());
    }
    assertEquals(Status.NOT_APPLICABLE, status(CheckId.hash(FileId.DG3)));
    assertEquals(Status.NOT_APPLICABLE, status(CheckId.hash(FileId.DG4)));
  }

  @Test
  void theChipHoldsTheKeyOfDg14() {
    assertEquals(Status.PASSED, status(CheckId.CHIP_AUTHENTICATION));
  }

  @Test
  void theKeyThatTheSecurityObjectDoesNotListIsNoProof() {
    assertEquals(Status.NOT_APPLICABLE, status(CheckId.ACTIVE_AUTHENTICATION));
    assertEquals(Optional.empty(), report.check(CheckId.hash(FileId.DG15)));
  }

  @Test
  void theFileThatTheSecurityObjectDoesNotListIsNamed() {
    assertTrue(
        report.remarks().stream()
            .anyMatch(
                remark ->
                    remark.id().equals("file-not-listed") && remark.detail().contains("DG15")),
        report.remarks().toString());
  }

  @Test
  void withoutItsCountrySignerTheVerdictIsOpenForThatReason() {
    Verdict.Inconclusive verdict = assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(
        List.of(Reason.CSCA_UNKNOWN),
        verdict.open().stream().flatMap(check -> check.reason().stream()).toList());
  }

  private Status status(CheckId id) {
    return report.check(id).orElseThrow().status();
  }
}
