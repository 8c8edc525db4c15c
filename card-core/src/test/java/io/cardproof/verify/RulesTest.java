package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.Presented;
import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.document.FileId;
import io.cardproof.document.Mrz;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.report.Presence;
import io.cardproof.report.Verdict;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.RevocationRecord;
import io.cardproof.trust.SignerPath;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TestPki;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that need no whole card. */
class RulesTest {
  // ICAO 9303-4 appendix B and -5 appendix B.
  private static final String[] PASSPORT = {
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
  };

  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource({
    // The last day ends last where the day ends last.
    "2012-04-16T11:59:59Z, passed",
    "2012-04-16T12:00:00Z, failed",
  })
  void aDocumentIsValidToTheEndOfItsDay(Instant now, String status) throws Exception {
    Optional<?> since = new Expiry(view(Mrz.ofLines(PASSPORT)), findings).judge(now);
    assertEquals(status, Judged.check(findings, CheckId.EXPIRY).status().id());
    assertEquals(status.equals("failed"), since.isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-04T16:59:59Z, passed",
    "2031-05-04T17:00:00Z, failed",
  })
  void theDayOfAVietnameseCardEndsInHanoi(Instant now, String status) throws Exception {
    new Expiry(view(vietnamese("310504")), findings).judge(now);
    assertEquals(status, Judged.check(findings, CheckId.EXPIRY).status().id());
  }

  @Test
  void ninetyNineAndTheBirthdayIsNoExpiry() throws Exception {
    new Expiry(view(vietnamese("990504")), findings).judge(Instant.parse("2110-01-01T00:00:00Z"));
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.EXPIRY).status());
  }

  @Test
  void aDateOfExpiryThatCannotBeReadLeavesTheVerdictOpen() throws Exception {
    new Expiry(view(vietnamese("311340")), findings).judge(Captures.NOW);
    assertEquals(
        Optional.of(Reason.EXPIRY_UNREADABLE), Judged.check(findings, CheckId.EXPIRY).reason());
  }

  @Test
  void theSignersAndTheAnchorsCountryMustBeTheIssuingState() throws Exception {
    TestPki utopia = TestPki.named("C=UT,CN=CSCA");
    Mrz passport = Mrz.ofLines(PASSPORT);
    assertEquals(Status.PASSED, issuer(passport, utopia, "C=UT,CN=Signer").status());
    assertEquals(
        Optional.of(Reason.ISSUER_MISMATCH), issuer(passport, utopia, "C=VN,CN=Signer").reason());
    assertEquals(
        Optional.of(Reason.ISSUER_MISMATCH),
        issuer(passport, TestPki.named("C=DE,CN=CSCA"), "C=UT,CN=Signer").reason());
    assertEquals(
        Optional.of(Reason.ISSUER_MISMATCH), issuer(passport, utopia, "CN=Signer").reason());
  }

  @Test
  void aWrongCheckDigitInTheMachineReadableZoneIsABrokenRule() throws Exception {
    String[] lines = PASSPORT.clone();
    lines[1] = lines[1].replace("L898902C36", "L898902C37");
    new Consistency(view(Mrz.ofLines(lines)), Policy.COUNTER, findings)
        .judge(evidence(new Presented.Nothing()), Listed.groups(1), Optional.empty());
    assertEquals(
        Optional.of(Reason.CHECK_DIGIT_WRONG), Judged.check(findings, CheckId.MRZ).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "L898902C3, 740812, 120415, passed, ''",
    "L898902C3, 740812, 130415, passed, presented-expiry",
    "L898902C4, 740812, 120415, failed, ''",
    "L898902C3, 740813, 120415, failed, ''",
  })
  void numberAndBirthDateOfWhatWasPresentedMustBeThoseOfTheChip(
      String number, String birth, String expiry, String status, String remark) throws Exception {
    new PresentedConsistency(view(Mrz.ofLines(PASSPORT)), Policy.COUNTER, findings)
        .judge(new Presented.MrzData(number, birth, expiry));
    assertEquals(status, Judged.check(findings, CheckId.PRESENTED).status().id());
    assertEquals(
        remark.isEmpty() ? List.of() : List.of(remark),
        findings.remarks().stream().map(Remark::id).toList());
  }

  @Test
  void aQrTextThatCannotBeReadLeavesTheVerdictOpen() throws Exception {
    new PresentedConsistency(view(Mrz.ofLines(PASSPORT)), Policy.COUNTER, findings)
        .judge(new Presented.Qr("not a card's"));
    assertEquals(
        Optional.of(Reason.PRESENTED_DATA_UNREADABLE),
        Judged.check(findings, CheckId.PRESENTED).reason());
  }

  @Test
  void aDocumentWithoutAnyProofOfItsChipIsOpenUnlessThePolicyIsLegacy() {
    assertEquals(Presence.NONE, proofs(Policy.COUNTER, findings));
    assertEquals(
        Optional.of(Reason.CHIP_PROOF_NONE),
        Judged.check(findings, CheckId.CHIP_AUTHENTICATION).reason());
    assertEquals(Status.INCONCLUSIVE, Judged.check(findings, CheckId.CHIP_AUTHENTICATION).status());
    Findings legacy = new Findings();
    proofs(Policy.LEGACY, legacy);
    assertTrue(legacy.checks().stream().allMatch(check -> check.status() == Status.NOT_APPLICABLE));
  }

  @Test
  void notAuthenticComesBeforeInconclusive() {
    Check failed = Check.failed(CheckId.CHAIN, Reason.SIGNER_SIGNATURE_INVALID, "clause");
    Check open = Check.inconclusive(CheckId.SIGNATURE, Reason.KEY_UNUSABLE, "clause");
    Check past = Check.failed(CheckId.EXPIRY, Reason.EXPIRED, "clause");
    assertInstanceOf(Verdict.NotAuthentic.class, decide(open, failed, past));
    assertInstanceOf(Verdict.Inconclusive.class, decide(open, past));
    assertInstanceOf(Verdict.Inconclusive.class, decide(), "no holder");
  }

  private static Verdict decide(Check... checks) {
    return VerdictRules.decide(List.of(checks), Optional.empty(), Presence.NONE, Optional.empty());
  }

  private static Presence proofs(Policy policy, Findings findings) {
    return new ChipAuthenticity(
            new ChipAuthenticity.Signed(
                Listed.groups(1, 2), new GenuineFiles(), Optional.empty(), Optional.empty()),
            evidence(new Presented.Nothing()),
            Expectation.none(),
            policy)
        .judge(findings);
  }

  private static Check issuer(Mrz mrz, TestPki anchor, String signer) throws Exception {
    SignerPath path =
        new SignerPath(
            anchor.signer(signer, KeyUsage.digitalSignature, "SHA256withECDSA"),
            List.of(),
            new StoredCertificate(
                CertificateView.of(anchor.csca()), List.of(Provenance.given("test"))),
            new RevocationRecord(List.of()));
    Findings findings = new Findings();
    new Consistency(view(mrz), Policy.COUNTER, findings)
        .judge(evidence(new Presented.Nothing()), Listed.groups(1), Optional.of(path));
    return Judged.check(findings, CheckId.ISSUER);
  }

  private static DocumentView view(Mrz mrz) {
    return new DocumentView(
        Optional.of(mrz),
        Optional.empty(),
        GenuineDetails.of(new ParsedFiles(new GenuineFiles())),
        Optional.empty(),
        Set.<FileId>of());
  }

  private static Mrz vietnamese(String expiry) throws Exception {
    String second = "900504" + Mrz.checkDigit("900504") + "M" + expiry + Mrz.checkDigit(expiry);
    return Mrz.ofLines(
        "IDVNM0900000014001090000001<<0",
        second + "VNM<<<<<<<<<<<0",
        "NGUYEN<<VAN<THU<<<<<<<<<<<<<<<");
  }

  private static Evidence evidence(Presented presented) {
    return new Evidence(
        List.of(),
        AccessRecord.none(),
        List.of(),
        presented,
        new ReaderRecord("none", Bytes.empty()),
        Captures.NOW,
        new ReadingStats(0, 0, 0, 0));
  }
}
