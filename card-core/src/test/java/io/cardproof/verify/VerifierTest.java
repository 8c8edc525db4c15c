package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.access.Presented;
import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
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

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024", "passport-2010"})
  void aGenuineDocumentIsAuthenticAndNothingFailsOrStaysOpen(String persona) throws Exception {
    Report report = judge(Captures.of(persona));
    assertEquals(Set.of(), notPassed(report));
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
    Report report = judge(Captures.of("cccd-2021", fault));
    Verdict.NotAuthentic verdict = assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(
        List.of(check + " " + reason), verdict.failed().stream().map(VerifierTest::text).toList());
  }

  @Test
  void withoutATrustedCountrySignerTheVerdictIsOpen() throws Exception {
    Report report = judge(Captures.of("cccd-2021", "unknown-csca"));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("passive-authentication.chain csca-unknown"), notPassed(report));
    assertEquals(Presence.NONE, report.presence());
  }

  @Test
  void aGenuineDocumentPastItsDateIsExpiredAndHasAHolder() throws Exception {
    Report report = judge(Captures.of("cccd-2021", "expired"));
    Verdict.Expired verdict = assertInstanceOf(Verdict.Expired.class, report.verdict());
    assertEquals(Set.of("document.expiry expired"), notPassed(report));
    assertFalse(verdict.holder().documentNumber().isEmpty());
  }

  @Test
  void aChipThatHidesTheFilesOfItsProofsIsNeverAuthentic() throws Exception {
    Report report = judge(Captures.of("cccd-2021", "no-proof-files"));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(
        Set.of(
            "passive-authentication.hash.dg14 file-not-read",
            "passive-authentication.hash.dg15 file-not-read",
            "chip-authentication chip-proof-not-obtained",
            "active-authentication chip-proof-not-obtained"),
        notPassed(report));
  }

  @Test
  void presenceIsProvenOnlyOverTheChallengeThatTheCallerExpected() {
    assertEquals(Presence.WITNESSED, judge(genuine, Expectation.none()).presence());
    Report proven = judge(genuine, Expectation.server(Captures.CHALLENGE));
    assertEquals(Presence.PROVEN, proven.presence());
    assertInstanceOf(Verdict.Authentic.class, proven.verdict());
  }

  @Test
  void aSignatureOverAnotherChallengeIsAFailedCheck() {
    Report report = judge(genuine, Expectation.challenge(Bytes.ofHex("FFFFFFFFFFFFFFFF")));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("active-authentication challenge-mismatch"), notPassed(report));
  }

  @Test
  void aServerThatDemandsProofIsNotContentWithATranscriptOfTheTerminal() {
    Evidence withoutActive =
        with(genuine.evidence(), proofs -> without(proofs, ChipProof.ActiveAuthentication.class));
    Report report = judge(genuine.trust(), withoutActive, Expectation.server(Captures.CHALLENGE));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("active-authentication presence-not-proven"), notPassed(report));
  }

  @Test
  void everyAnnouncedProofMustHaveBeenAttempted() {
    Evidence withoutChip =
        with(genuine.evidence(), proofs -> without(proofs, ChipProof.ChipAuthentication.class));
    Report report = judge(genuine.trust(), withoutChip, Expectation.none());
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("chip-authentication chip-proof-not-obtained"), notPassed(report));
  }

  @Test
  void aProofThatTheReaderCannotCarryDoesNotUndoAnotherThatPassed() {
    Evidence refused =
        with(
            genuine.evidence(),
            proofs -> {
              List<ChipProof> result = without(proofs, ChipProof.ActiveAuthentication.class);
              result.add(
                  new ChipProof.ActiveAuthentication(Captures.CHALLENGE, Bytes.empty(), 0x6700));
              return result;
            });
    Report report = judge(genuine.trust(), refused, Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(remarks(report).contains("chip-proof-refused"));
  }

  @Test
  void aTranscriptOfAnotherChipIsAFailedCheck() throws Exception {
    ChipProof other =
        Captures.of(12, "cccd-2021").evidence().proofs().stream()
            .filter(ChipProof.ChipAuthentication.class::isInstance)
            .findFirst()
            .orElseThrow();
    Evidence swapped =
        with(
            genuine.evidence(),
            proofs -> {
              List<ChipProof> result = without(proofs, ChipProof.ChipAuthentication.class);
              result.add(other);
              return result;
            });
    Report report = judge(genuine.trust(), swapped, Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("chip-authentication transcript-invalid"), notPassed(report));
  }

  @Test
  void aWrongAnswerToTheChallengeIsACloneAsWell() {
    Evidence wrong =
        with(
            genuine.evidence(),
            proofs -> {
              List<ChipProof> result = without(proofs, ChipProof.ActiveAuthentication.class);
              result.add(
                  new ChipProof.ActiveAuthentication(
                      Captures.CHALLENGE, Bytes.of(new byte[256]), 0x9000));
              return result;
            });
    Report report = judge(genuine.trust(), wrong, Expectation.none());
    assertEquals(Set.of("active-authentication clone-suspected"), notPassed(report));
  }

  @ParameterizedTest
  @CsvSource({"DG1", "DG2", "DG13", "DG14", "DG15"})
  void aByteChangedInASignedFileIsAFailedCheckAndTheFileIsNeverShown(FileId id) {
    Evidence changed = withFile(genuine.evidence(), id, VerifierTest::lastByteChanged);
    Report report = judge(genuine.trust(), changed, Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(notPassed(report).contains(CheckId.hash(id).value() + " hash-mismatch"));
    if (id == FileId.DG2) {
      assertEquals(Optional.empty(), report.unverified().portrait());
    }
  }

  @Test
  void aByteChangedInTheHashListIsAFailedSignature() {
    Bytes sod = genuine.evidence().file(FileId.SOD).orElseThrow();
    byte[] changed = sod.toByteArray();
    changed[indexOf(sod, dg3Hash(sod))] ^= 1;
    Report report =
        judge(
            genuine.trust(),
            withFile(genuine.evidence(), FileId.SOD, old -> Bytes.of(changed)),
            Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(
        Set.of("passive-authentication.signature message-digest-mismatch"), notPassed(report));
  }

  @Test
  void aRemovedPortraitLeavesTheVerdictOpen() {
    Evidence removed = withFile(genuine.evidence(), FileId.DG2, old -> Bytes.empty());
    Report report = judge(genuine.trust(), removed, Expectation.none());
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("passive-authentication.hash.dg2 file-not-read"), notPassed(report));
  }

  @Test
  void aFileThatTheSecurityObjectDoesNotListIsNamedAndNeverUsed() {
    List<EvidenceFile> files = new ArrayList<>(genuine.evidence().files());
    files.add(EvidenceFile.read(FileId.DG11, Bytes.ofHex("6B00")));
    Report report = judge(genuine.trust(), with(genuine.evidence(), files), Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(
        report.remarks().stream()
            .anyMatch(
                remark ->
                    remark.id().equals("file-not-listed") && remark.detail().contains("DG11")));
  }

  @Test
  void withoutASecurityObjectNothingIsSaid() {
    Evidence without = withFile(genuine.evidence(), FileId.SOD, old -> Bytes.empty());
    Report report = judge(genuine.trust(), without, Expectation.none());
    assertEquals(
        Set.of("passive-authentication.signature security-object-missing"), notPassed(report));
    assertEquals(Optional.empty(), report.unverified().mrz());
  }

  @Test
  void aSecurityObjectThatDoesNotParseIsNotAuthenticAndNoException() {
    Evidence broken = withFile(genuine.evidence(), FileId.SOD, old -> Bytes.ofHex("7703300102"));
    Report report = judge(genuine.trust(), broken, Expectation.none());
    assertEquals(
        Set.of("passive-authentication.signature security-object-malformed"), notPassed(report));
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
    Report counter = judge(genuine.trust(), downgraded, Expectation.none());
    assertInstanceOf(Verdict.Authentic.class, counter.verdict());
    assertTrue(remarks(counter).contains("access-downgrade"));
    Report strict =
        new Verifier(genuine.trust(), Policy.STRICT)
            .verify(downgraded, Expectation.none(), Captures.NOW);
    assertEquals(Set.of("access.downgrade pace-not-used"), notPassed(strict));
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
    Report report = judge(genuine.trust(), presented, Expectation.none());
    assertEquals(Set.of("consistency.presented presented-data-mismatch"), notPassed(report));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
  }

  @Test
  void withheldFieldsReachNobodyWhoDidNotAskForThem() {
    Set<Integer> withheld = Set.of(6, 7, 10, 13, 14);
    assertTrue(
        fields(holder(judge(genuine, Expectation.none()))).stream().noneMatch(withheld::contains));
    Expectation asked = Expectation.none().disclose(Disclosure.Field.PARENTS);
    Set<Integer> shown = fields(holder(judge(genuine, asked)));
    assertTrue(shown.contains(13));
    assertFalse(shown.contains(7));
  }

  @Test
  void withoutAFreshRevocationListACounterIsToldAndStrictStaysOpen() {
    Instant later = Captures.NOW.plus(Duration.ofDays(200));
    Report counter =
        new Verifier(genuine.trust(), Policy.COUNTER)
            .verify(genuine.evidence(), Expectation.none(), later);
    assertTrue(remarks(counter).contains("revocation-unknown"));
    Report strict =
        new Verifier(genuine.trust(), Policy.STRICT)
            .verify(genuine.evidence(), Expectation.none(), later);
    assertTrue(notPassed(strict).contains("passive-authentication.revocation revocation-unknown"));
  }

  @Test
  void nowNeverMovesTheSigningReference() {
    Instant reference = judge(genuine, Expectation.none()).signingReference().orElseThrow();
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
    Report report = judge(refused, genuine.evidence(), Expectation.none());
    assertEquals(Set.of("passive-authentication.chain csca-unknown"), notPassed(report));
    assertTrue(remarks(report).contains("test-anchor-refused"));
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
        judge(genuine, Expectation.none()), judge(genuine.trust(), again, Expectation.none()));
  }

  @Test
  void hostileBytesInAnyFileEndInAReport() {
    for (FileId id : List.of(FileId.SOD, FileId.DG1, FileId.DG2, FileId.DG13, FileId.DG14)) {
      Bytes content = genuine.evidence().file(id).orElseThrow();
      for (int at = 0; at < content.length(); at += 37) {
        byte[] changed = content.toByteArray();
        changed[at] ^= 0x55;
        Evidence hostile = withFile(genuine.evidence(), id, old -> Bytes.of(changed));
        Report report = judge(genuine.trust(), hostile, Expectation.none());
        // Some bytes of the envelope around a signature are not signed.
        assertTrue(id == FileId.SOD || report.verdict() instanceof Verdict.NotAuthentic);
        assertFalse(notPassed(report).toString().contains(Reason.INTERNAL_ERROR.id()));
      }
    }
  }

  private static Report judge(Capture capture) {
    return judge(capture, Expectation.none());
  }

  private static Report judge(Capture capture, Expectation expectation) {
    return judge(capture.trust(), capture.evidence(), expectation);
  }

  private static Report judge(TrustStore trust, Evidence evidence, Expectation expectation) {
    return new Verifier(trust, Policy.COUNTER).verify(evidence, expectation, Captures.NOW);
  }

  private static Set<String> notPassed(Report report) {
    return report.checks().stream()
        .filter(check -> check.status() == Status.FAILED || check.status() == Status.INCONCLUSIVE)
        .map(VerifierTest::text)
        .collect(Collectors.toSet());
  }

  private static String text(Check check) {
    return check.id().value() + " " + check.reason().map(Reason::id).orElse("");
  }

  private static List<String> remarks(Report report) {
    return report.remarks().stream().map(Remark::id).toList();
  }

  private static Holder holder(Report report) {
    return assertInstanceOf(Verdict.Authentic.class, report.verdict()).holder();
  }

  private static Set<Integer> fields(Holder holder) {
    return holder.citizen().orElseThrow().fields().stream()
        .map(field -> field.number())
        .collect(Collectors.toSet());
  }

  private static List<ChipProof> without(List<ChipProof> proofs, Class<? extends ChipProof> kind) {
    return new ArrayList<>(proofs.stream().filter(proof -> !kind.isInstance(proof)).toList());
  }

  private static Evidence with(Evidence evidence, UnaryOperator<List<ChipProof>> change) {
    return new Evidence(
        evidence.files(),
        evidence.access(),
        change.apply(evidence.proofs()),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  private static Evidence with(Evidence evidence, List<EvidenceFile> files) {
    return new Evidence(
        files,
        evidence.access(),
        evidence.proofs(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  private static Evidence withFile(Evidence evidence, FileId id, UnaryOperator<Bytes> change) {
    return with(
        evidence,
        evidence.files().stream()
            .map(
                file ->
                    file.id() == id
                        ? new EvidenceFile(id, change.apply(file.content()), file.statusWord())
                        : file)
            .toList());
  }

  private static Bytes lastByteChanged(Bytes content) {
    byte[] changed = content.toByteArray();
    changed[changed.length - 1] ^= 1;
    return Bytes.of(changed);
  }

  private static Bytes dg3Hash(Bytes sod) {
    try {
      return Optional.ofNullable(SecurityObject.parse(sod).hashes().get(3)).orElseThrow();
    } catch (MalformedDocumentException e) {
      throw new AssertionError(e);
    }
  }

  private static int indexOf(Bytes content, Bytes part) {
    for (int i = 0; i + part.length() <= content.length(); i++) {
      if (content.slice(i, i + part.length()).equals(part)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
