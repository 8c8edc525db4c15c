package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.access.Presented;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.document.FileId;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.report.Disclosure;
import io.cardproof.report.Holder;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules, on evidence of simulated cards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierTest {
  private Capture genuine;

  @BeforeAll
  void capture() throws Exception {
    genuine = Captures.of("cccd-2021");
  }

  @Test
  void theReportOfACitizenCardHasEveryCheckOnceAndSaysWhatIsOdd() {
    Report report = Judged.judge(genuine);
    assertEquals(
        List.of(
            "passive-authentication.signature",
            "passive-authentication.chain",
            "passive-authentication.validity",
            "passive-authentication.revocation",
            "passive-authentication.hash.dg1",
            "passive-authentication.hash.dg2",
            "passive-authentication.hash.dg13",
            "passive-authentication.hash.dg14",
            "passive-authentication.hash.dg15",
            "passive-authentication.hash.dg3",
            "passive-authentication.card-security",
            "pace-cam",
            "chip-authentication",
            "active-authentication",
            "chip-proof.downgrade",
            "access.downgrade",
            "consistency.issuer",
            "consistency.mrz",
            "consistency.dg13",
            "consistency.presented",
            "consistency.files",
            "content-conformance",
            "document.expiry"),
        report.checks().stream().map(check -> check.id().value()).toList());
    assertEquals(List.of("portrait-encoding"), Judged.remarks(report));
    assertTrue(report.unverified().portrait().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024", "passport-2010"})
  void aGenuineDocumentIsAuthenticAndNothingFailsOrStaysOpen(String persona) throws Exception {
    Report report = Judged.judge(Captures.of(persona));
    assertEquals(Set.of(), Judged.notPassed(report));
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(report.testAnchor());
  }

  @ParameterizedTest
  @CsvSource({
    "dg2-changed, passive-authentication.hash.dg2, hash-mismatch",
    "untrusted-csca, passive-authentication.chain, signer-signature-invalid",
    "clone, chip-authentication, clone-suspected",
  })
  void aBrokenRuleIsNotAuthenticAndNamesItsReason(String fault, String check, String reason)
      throws Exception {
    Report report = Judged.judge(Captures.of("cccd-2021", fault));
    Verdict.NotAuthentic verdict = assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(
        List.of(check + " " + reason), verdict.failed().stream().map(Judged::text).toList());
  }

  @Test
  void withoutATrustedCountrySignerTheVerdictIsOpen() throws Exception {
    Report report = Judged.judge(Captures.of("cccd-2021", "unknown-csca"));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("passive-authentication.chain csca-unknown"), Judged.notPassed(report));
    assertEquals(Presence.NONE, report.presence());
  }

  @Test
  void aGenuineDocumentPastItsDateIsExpiredAndHasAHolder() throws Exception {
    Report report = Judged.judge(Captures.of("cccd-2021", "expired"));
    Verdict.Expired verdict = assertInstanceOf(Verdict.Expired.class, report.verdict());
    assertEquals(Set.of("document.expiry expired"), Judged.notPassed(report));
    assertFalse(verdict.holder().documentNumber().isEmpty());
  }

  @Test
  void aChipThatHidesTheFilesOfItsProofsIsNeverAuthentic() throws Exception {
    Report report = Judged.judge(Captures.of("cccd-2021", "no-proof-files"));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(
        Set.of(
            "passive-authentication.hash.dg14 file-not-read",
            "passive-authentication.hash.dg15 file-not-read",
            "chip-authentication chip-proof-not-obtained",
            "active-authentication chip-proof-not-obtained"),
        Judged.notPassed(report));
  }

  @ParameterizedTest
  @CsvSource({"DG1", "DG2", "DG13", "DG14", "DG15"})
  void aByteChangedInASignedFileIsAFailedCheckAndTheFileIsNeverShown(FileId id) {
    Evidence changed = Tampered.withFile(genuine.evidence(), id, Tampered::lastByteChanged);
    Report report = Judged.judge(genuine.trust(), changed, Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(Judged.notPassed(report).contains(CheckId.hash(id).value() + " hash-mismatch"));
    if (id == FileId.DG2) {
      assertEquals(Optional.empty(), report.unverified().portrait());
    }
  }

  @Test
  void aByteChangedInTheHashListIsAFailedSignature() {
    Bytes sod = genuine.evidence().file(FileId.SOD).orElseThrow();
    byte[] changed = sod.toByteArray();
    changed[Tampered.indexOf(sod, Tampered.dg3Hash(sod))] ^= 1;
    Report report =
        Judged.judge(
            genuine.trust(),
            Tampered.withFile(genuine.evidence(), FileId.SOD, old -> Bytes.of(changed)),
            Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(
        Set.of("passive-authentication.signature message-digest-mismatch"),
        Judged.notPassed(report));
  }

  @Test
  void aRemovedPortraitLeavesTheVerdictOpen() {
    Evidence removed = Tampered.withFile(genuine.evidence(), FileId.DG2, old -> Bytes.empty());
    Report report = Judged.judge(genuine.trust(), removed, Expectation.none());
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("passive-authentication.hash.dg2 file-not-read"), Judged.notPassed(report));
  }

  @Test
  void aFileThatTheSecurityObjectDoesNotListIsNamedAndNeverUsed() {
    List<EvidenceFile> files = new ArrayList<>(genuine.evidence().files());
    files.add(EvidenceFile.read(FileId.DG11, Bytes.ofHex("6B00")));
    Report report =
        Judged.judge(genuine.trust(), Tampered.with(genuine.evidence(), files), Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(
        report.remarks().stream()
            .anyMatch(
                remark ->
                    remark.id().equals("file-not-listed") && remark.detail().contains("DG11")));
  }

  @Test
  void withoutASecurityObjectNothingIsSaid() {
    Evidence without = Tampered.withFile(genuine.evidence(), FileId.SOD, old -> Bytes.empty());
    Report report = Judged.judge(genuine.trust(), without, Expectation.none());
    assertEquals(
        Set.of("passive-authentication.signature security-object-missing"),
        Judged.notPassed(report));
    assertEquals(Optional.empty(), report.unverified().mrz());
  }

  @Test
  void aSecurityObjectThatDoesNotParseIsNotAuthenticAndNoException() {
    Evidence broken =
        Tampered.withFile(genuine.evidence(), FileId.SOD, old -> Bytes.ofHex("7703300102"));
    Report report = Judged.judge(genuine.trust(), broken, Expectation.none());
    assertEquals(
        Set.of("passive-authentication.signature security-object-malformed"),
        Judged.notPassed(report));
  }

  @Test
  void basicAccessControlWherePaceIsAnnouncedIsARemarkAtACounterAndOpenUnderStrict() {
    Evidence evidence = genuine.evidence();
    Evidence downgraded =
        new Evidence(
            evidence.files(),
            new AccessRecord(
                AccessRecord.Protocol.BAC,
                evidence.access().key(),
                Optional.empty(),
                OptionalInt.empty(),
                false),
            evidence.proofs(),
            evidence.presented(),
            evidence.reader(),
            evidence.capturedAt(),
            evidence.reading());
    Report counter = Judged.judge(genuine.trust(), downgraded, Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, counter.verdict());
    assertTrue(Judged.remarks(counter).contains("access-downgrade"));
    Report strict =
        new Verifier(genuine.trust(), Policy.STRICT)
            .verify(downgraded, Expectation.none(), Captures.NOW);
    assertEquals(Set.of("access.downgrade pace-not-used"), Judged.notPassed(strict));
  }

  @Test
  void aNumberThatDiffersFromWhatWasPresentedIsAnotherCard() {
    Presented.MrzData other = new Presented.MrzData("000000000", "900101", "300101");
    Evidence evidence = genuine.evidence();
    Evidence presented =
        new Evidence(
            evidence.files(),
            evidence.access(),
            evidence.proofs(),
            other,
            evidence.reader(),
            evidence.capturedAt(),
            evidence.reading());
    Report report = Judged.judge(genuine.trust(), presented, Expectation.none());
    assertEquals(Set.of("consistency.presented presented-data-mismatch"), Judged.notPassed(report));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
  }

  @Test
  void withheldFieldsReachNobodyWhoDidNotAskForThem() {
    Set<Integer> withheld = Set.of(6, 7, 10, 13, 14);
    assertTrue(
        fields(holder(Judged.judge(genuine, Expectation.none()))).stream()
            .noneMatch(withheld::contains));
    Expectation asked = Expectation.none().disclose(Disclosure.Field.PARENTS);
    Set<Integer> shown = fields(holder(Judged.judge(genuine, asked)));
    assertTrue(shown.contains(13));
    assertFalse(shown.contains(7));
  }

  @Test
  void withoutAFreshRevocationListACounterIsToldAndStrictStaysOpen() {
    Instant later = Captures.NOW.plus(Duration.ofDays(200));
    Report counter =
        new Verifier(genuine.trust(), Policy.COUNTER)
            .verify(genuine.evidence(), Expectation.none(), later);
    assertTrue(Judged.remarks(counter).contains("revocation-unknown"));
    Report strict =
        new Verifier(genuine.trust(), Policy.STRICT)
            .verify(genuine.evidence(), Expectation.none(), later);
    assertTrue(
        Judged.notPassed(strict).contains("passive-authentication.revocation revocation-unknown"));
  }

  @Test
  void nowNeverMovesTheSigningReference() {
    Instant reference = Judged.judge(genuine, Expectation.none()).signingReference().orElseThrow();
    Instant later = Captures.NOW.plus(Duration.ofDays(36500));
    Report report =
        new Verifier(genuine.trust(), Policy.COUNTER)
            .verify(genuine.evidence(), Expectation.none(), later);
    assertEquals(Optional.of(reference), report.signingReference());
    assertEquals(Status.PASSED, report.check(CheckId.VALIDITY).orElseThrow().status());
  }

  @Test
  void aTestAnchorIsRefusedUnlessItIsAllowedAndTheReportSaysWhy() throws Exception {
    TrustStore.Builder builder = TrustStore.builder();
    for (byte[] csca : genuine.card().trust()) {
      builder.addCertificate(Bytes.of(csca), "simulator");
    }
    TrustStore refused = builder.build();
    assertEquals(0, refused.size());
    Report report = Judged.judge(refused, genuine.evidence(), Expectation.none());
    assertEquals(Set.of("passive-authentication.chain csca-unknown"), Judged.notPassed(report));
    assertTrue(Judged.remarks(report).contains("test-anchor-refused"));
  }

  @Test
  void oneVerificationMakesThreePublicKeysAtMost() {
    List<Bytes> made = new ArrayList<>();
    new Verifier(genuine.trust(), Policy.COUNTER, new SignatureAlgorithms(made::add))
        .verify(genuine.evidence(), Expectation.none(), Captures.NOW);
    assertTrue(made.size() >= 2 && made.size() <= 3, "made " + made.size());
  }

  @Test
  void alsoAmongTheCountrySignersOfAWholeMasterList() throws Exception {
    TrustStore.Builder builder = TrustStore.builder().allowTestAnchors();
    builder.addMasterList(
        SharedData.bytes("master-lists/DE_ML_2026-05-28-08-28-45.ml"), "German list");
    for (byte[] csca : genuine.card().trust()) {
      builder.addCertificate(Bytes.of(csca), "simulator");
    }
    builder.addCrl(Bytes.of(genuine.card().crl()), "simulator");
    TrustStore store = builder.build();
    List<Bytes> made = new ArrayList<>();
    Report report =
        new Verifier(store, Policy.COUNTER, new SignatureAlgorithms(made::add))
            .verify(genuine.evidence(), Expectation.none(), Captures.NOW);
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertEquals(589, store.size());
    assertTrue(made.size() <= 3, "made " + made.size());
  }

  @Test
  void evidenceFromAFileReachesTheSameReport() throws Exception {
    EvidenceCodec codec = new EvidenceCodec();
    Evidence again = codec.decode(codec.encode(genuine.evidence()), "file");
    assertEquals(genuine.evidence(), again);
    assertEquals(
        Judged.judge(genuine, Expectation.none()),
        Judged.judge(genuine.trust(), again, Expectation.none()));
  }

  @Tag("slow")
  @Test
  void hostileBytesInAnyFileEndInAReport() {
    for (FileId id : List.of(FileId.SOD, FileId.DG1, FileId.DG2, FileId.DG13, FileId.DG14)) {
      Bytes content = genuine.evidence().file(id).orElseThrow();
      for (int at = 0; at < content.length(); at += 37) {
        byte[] changed = content.toByteArray();
        changed[at] ^= 0x55;
        Evidence hostile = Tampered.withFile(genuine.evidence(), id, old -> Bytes.of(changed));
        Report report = Judged.judge(genuine.trust(), hostile, Expectation.none());
        // Some bytes of the envelope around a signature are not signed.
        assertTrue(id == FileId.SOD || report.verdict() instanceof Verdict.NotAuthentic);
        assertFalse(Judged.notPassed(report).toString().contains(Reason.INTERNAL_ERROR.id()));
      }
    }
  }

  private static Holder holder(Report report) {
    return assertInstanceOf(Verdict.Authentic.class, report.verdict()).holder();
  }

  private static Set<Integer> fields(Holder holder) {
    return holder.citizen().orElseThrow().fields().stream()
        .map(field -> field.number())
        .collect(Collectors.toSet());
  }
}
