package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.trust.PathConformance;
import io.cardproof.trust.ProfileDefect;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is laid out otherwise than the standards say, and what a policy makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentTest {
  private Capture passport;
  private SecurityObject sod;
  private Findings findings = new Findings();

  @BeforeAll
  void capture() throws Exception {
    passport = Captures.of("passport-2010");
    sod = SecurityObject.parse(passport.evidence().file(FileId.SOD).orElseThrow());
  }

  @BeforeEach
  void begin() {
    findings = new Findings();
  }

  @Test
  void aGoodDocumentPasses() {
    judge(Policy.STRICT, passport.evidence());
    assertEquals(Status.PASSED, check().status());
    assertEquals(List.of(), findings.remarks());
  }

  @Test
  void withoutFilesThereIsNothingToSay() {
    judge(Policy.STRICT, Tampered.with(passport.evidence(), List.of()));
    assertEquals(Optional.of(Reason.NOT_REACHED), check().reason());
    assertEquals(Status.NOT_APPLICABLE, check().status());
  }

  @Test
  void thePolicyDecidesOnTheFirstDefectAndAllAreSaid() {
    // Both files say that they are longer than they are.
    Evidence evidence = changed(FileId.DG1, ContentTest::longer);
    evidence = Tampered.withFile(evidence, FileId.DG2, ContentTest::longer);
    judge(Policy.STRICT, evidence);
    assertEquals(Status.FAILED, check().status());
    assertEquals(2, findings.remarks().size());
    assertEquals(findings.remarks().get(0).id(), check().reason().orElseThrow().id());
    assertTrue(findings.remarks().get(0).detail().startsWith("DG1"), findings.remarks().toString());
    findings = new Findings();
    judge(Policy.COUNTER, evidence);
    assertEquals(Status.NOT_APPLICABLE, check().status());
    assertEquals(2, findings.remarks().size());
    findings = new Findings();
    judge(Policy.COUNTER.with(PolicyRule.CONTENT_DEFECT, Consequence.ACCEPTED), evidence);
    assertEquals(List.of(), findings.remarks());
  }

  @Test
  void ofBytesThatNobodySignedOnlyTheFrameIsLookedAt() {
    UnaryOperator<Bytes> inside = ContentTest::anotherDocumentCode;
    judge(Policy.STRICT, changed(FileId.DG1, inside));
    assertEquals(Status.PASSED, check().status(), "a wrong document code, and not as signed");
    findings = new Findings();
    Evidence evidence = changed(FileId.DG1, inside);
    new Content(Policy.STRICT, findings).judge(evidence, sod, Optional.empty(), all(evidence));
    assertEquals(Status.FAILED, check().status(), "the same, as if it were signed");
  }

  @Test
  void theListOfFilesIsHeldAgainstTheSignedOne() {
    judge(Policy.STRICT, with(FileId.COM, "60165F0104303130375F36063034303030305C0461756C6D"));
    assertEquals(Optional.of(Reason.COM_DIFFERS), check().reason());
    assertTrue(remarks().contains("EF.COM, DG12: com differs"), remarks().toString());
  }

  @Test
  void aDefectOfTheSignersCertificateIsOneOfTheSecurityObject() {
    PathConformance conformance =
        new PathConformance(
            Set.of(ProfileDefect.KEY_USAGE_NOT_CRITICAL, ProfileDefect.SERIAL_TOO_LONG), Set.of());
    new Content(Policy.STRICT, findings)
        .judge(passport.evidence(), sod, Optional.of(conformance), genuine(passport.evidence()));
    assertEquals(Optional.of(Reason.KEY_USAGE_NOT_CRITICAL), check().reason());
    assertEquals(List.of("EF.SOD, certificate of the signer: key usage not critical"), remarks());
  }

  private void judge(Policy policy, Evidence evidence) {
    new Content(policy, findings).judge(evidence, sod, Optional.empty(), genuine(evidence));
  }

  private Check check() {
    return Judged.check(findings, CheckId.CONTENT);
  }

  private List<String> remarks() {
    return findings.remarks().stream().map(Remark::detail).toList();
  }

  private GenuineFiles genuine(Evidence evidence) {
    return FileHashes.compare(evidence, sod, Policy.COUNTER).genuine();
  }

  private static GenuineFiles all(Evidence evidence) {
    GenuineFiles files = new GenuineFiles();
    evidence.files().forEach(file -> files.add(file.id(), file.content()));
    return files;
  }

  private Evidence changed(FileId id, UnaryOperator<Bytes> change) {
    return Tampered.withFile(passport.evidence(), id, change);
  }

  private Evidence with(FileId id, String hex) {
    List<EvidenceFile> files = new ArrayList<>(passport.evidence().files());
    files.removeIf(file -> file.id() == id);
    files.add(EvidenceFile.read(id, Bytes.ofHex(hex)));
    return Tampered.with(passport.evidence(), files);
  }

  private static Bytes anotherDocumentCode(Bytes dg1) {
    byte[] bytes = dg1.toByteArray();
    bytes[Tampered.indexOf(dg1, Bytes.ofHex("503C"))] = '1';
    return Bytes.of(bytes);
  }

  // One more in the last octet of the length.
  private static Bytes longer(Bytes content) {
    byte[] bytes = content.toByteArray();
    int octets = (bytes[1] & 0x80) == 0 ? 0 : bytes[1] & 0x7F;
    bytes[1 + octets]++;
    return Bytes.of(bytes);
  }
}
