package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Check;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.Tlv;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TestPki;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.Test;

class CardSecurityAuthenticationTest {
  private static final ASN1ObjectIdentifier SECURITY_OBJECT =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private final Findings findings = new Findings();
  private final Capture passport;
  private final Optional<CertificateView> signer;

  CardSecurityAuthenticationTest() throws Exception {
    passport = Captures.of("passport");
    Bytes sod = passport.evidence().file(FileId.SOD).orElseThrow();
    signer = SecurityObject.parse(sod).signer().certificate().map(CertificateView::of);
  }

  @Test
  void theSignedAttributesOfTheSecurityObjectAreNoSecurityInfos() throws Exception {
    Bytes sod = passport.evidence().file(FileId.SOD).orElseThrow();
    List<EvidenceFile> files = new ArrayList<>(passport.evidence().files());
    files.removeIf(file -> file.id() == FileId.CARD_SECURITY);
    files.add(EvidenceFile.read(FileId.CARD_SECURITY, attributesAsContent(sod)));
    Evidence forged = Tampered.with(passport.evidence(), files);
    Report report =
        new Verifier(passport.trust(), Policy.COUNTER)
            .verify(forged, Expectation.none(), Captures.NOW);
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(
        Judged.notPassed(report)
            .contains("passive-authentication.card-security card-security-malformed"));
  }

  @Test
  void aFileThatIsNotThereIsMissedOnceTheMappingWasRun() {
    Evidence without = Tampered.with(passport.evidence(), List.of());
    assertEquals(Optional.of(Reason.CARD_SECURITY_MISSING), judge(without, signer).reason());
    Evidence plain =
        Tampered.with(
            without, proofs -> Tampered.without(proofs, ChipProof.ChipAuthenticationMapping.class));
    assertEquals(Optional.of(Reason.NOT_ANNOUNCED), judge(plain, signer).reason());
    assertEquals(Status.NOT_APPLICABLE, judge(plain, signer).status());
  }

  @Test
  void itIsOfTheStateThatSignedTheDocument() throws Exception {
    assertEquals(Status.PASSED, judge(passport.evidence(), signer).status());
    CertificateView foreign =
        TestPki.named("C=DE,CN=TEST").signer("C=DE,CN=TEST Signer", 0x80, "SHA256withECDSA");
    CertificateView stateless =
        TestPki.named("C=UT,CN=TEST").signer("CN=TEST Signer", 0x80, "SHA256withECDSA");
    for (Optional<CertificateView> other :
        List.of(Optional.of(foreign), Optional.of(stateless), Optional.<CertificateView>empty())) {
      Check check = judge(passport.evidence(), other);
      assertEquals(Optional.of(Reason.ISSUER_MISMATCH), check.reason());
      assertEquals(Status.FAILED, check.status());
    }
  }

  @Test
  void onlyAGenuineOneIsHandedOn() throws Exception {
    assertTrue(result(passport.evidence(), signer).genuine().isPresent());
    Evidence forged =
        Tampered.withFile(passport.evidence(), FileId.CARD_SECURITY, Tampered::lastByteChanged);
    CardSecurityAuthentication.Result result = result(forged, signer);
    assertEquals(Optional.of(Reason.SIGNATURE_INVALID), result.check().reason());
    assertEquals(Optional.empty(), result.genuine());
  }

  @Test
  void whatIsOddAboutItsSignerIsSaid() {
    Instant before = Captures.NOW.minus(Duration.ofDays(3_650));
    new CardSecurityAuthentication(signers(), Policy.COUNTER, findings)
        .judge(passport.evidence(), signer, (file, by) -> Captures.NOW, before);
    assertTrue(
        findings.remarks().stream().anyMatch(each -> each.id().equals("signing-time-in-future")));
  }

  private Check judge(Evidence evidence, Optional<CertificateView> documentSigner) {
    return result(evidence, documentSigner).check();
  }

  private CardSecurityAuthentication.Result result(
      Evidence evidence, Optional<CertificateView> documentSigner) {
    return new CardSecurityAuthentication(signers(), Policy.COUNTER, findings)
        .judge(evidence, documentSigner, (file, by) -> Captures.NOW, Captures.NOW);
  }

  private SignerCache signers() {
    return new SignerCache(
        passport.trust(), new SignatureAlgorithms(), Policy.COUNTER.algorithms(), 4);
  }

  // The signature stays: it is over these very bytes.
  private static Bytes attributesAsContent(Bytes sod) throws Exception {
    byte[] cms = Tlv.template(FileId.SOD, sod).value().toByteArray();
    SignedData signed = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
    SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
    byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
    SignerInfo bare =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            (ASN1Set) null,
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            (ASN1Set) null);
    SignedData forged =
        new SignedData(
            signed.getDigestAlgorithms(),
            new ContentInfo(SECURITY_OBJECT, new DEROctetString(attributes)),
            signed.getCertificates(),
            null,
            new DERSet(bare));
    return Bytes.of(
        new ContentInfo(CMSObjectIdentifiers.signedData, forged).getEncoded(ASN1Encoding.DER));
  }
}
