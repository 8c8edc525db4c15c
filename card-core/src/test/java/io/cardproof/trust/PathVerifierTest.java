package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private TestPki issuer;

  @BeforeEach
  void issue() throws Exception {
    issuer = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
  }

  @Test
  void aSignerThatATrustedCountrySignerCertifiedHasAPath() throws Exception {
    SignerPath path = verify(store(issuer.csca()), issuer.signer());
    assertEquals("UT", path.anchor().certificate().country().orElseThrow());
    assertTrue(path.anchorValidAtIssue());
    assertEquals("NONE", revocation(store(issuer.csca()), issuer.signer()));
  }

  @Test
  void withoutACountrySignerThatFitsItIsUnknown() throws Exception {
    TestPki other = TestPki.named("C=UT,O=Country,CN=CSCA Elsewhere");
    assertEquals(Reason.CSCA_UNKNOWN, refusal(store(other.csca()), issuer.signer()));
  }

  @Test
  void aSuccessorOfTheSameNameIsNotTheOneThatTheSignerNames() throws Exception {
    assertEquals(Reason.CSCA_UNKNOWN, refusal(store(issuer.successor().csca()), issuer.signer()));
  }

  @Test
  void aForgedSignatureUnderTheNamedKeyIsInvalid() throws Exception {
    byte[] forged = issuer.signer().der().toByteArray();
    forged[forged.length - 1] ^= 1;
    assertEquals(
        Reason.SIGNER_SIGNATURE_INVALID,
        refusal(store(issuer.csca()), CertificateView.of(Bytes.of(forged))));
  }

  @Test
  void namesAreComparedWithoutRegardToCaseAndSpaces() throws Exception {
    assertEquals(
        Names.normalised(new org.bouncycastle.asn1.x500.X500Name("C=vn, O=A  B,CN=c")),
        Names.normalised(new org.bouncycastle.asn1.x500.X500Name("CN=C,O=a b,C=VN")));
  }

  @Test
  void aCertificateOfACountrySignerNeverSignsASecurityObject() throws Exception {
    CertificateView authority =
        issuer.signer(
            new TestPki.Extra(Extension.basicConstraints.getId(), new BasicConstraints(true)));
    assertEquals(Reason.SIGNER_NOT_A_DOCUMENT_SIGNER, refusal(store(issuer.csca()), authority));
    CertificateView certifier =
        issuer.signer(
            "C=UT,CN=Signer", KeyUsage.digitalSignature | KeyUsage.keyCertSign, "SHA256withECDSA");
    assertEquals(Reason.SIGNER_NOT_A_DOCUMENT_SIGNER, refusal(store(issuer.csca()), certifier));
  }

  @Test
  void aSignerOfMasterListsNeverSignsASecurityObject() throws Exception {
    CertificateView listSigner =
        issuer.signer(
            new TestPki.Extra(
                Extension.extendedKeyUsage.getId(),
                new ExtendedKeyUsage(
                    KeyPurposeId.getInstance(
                        new org.bouncycastle.asn1.ASN1ObjectIdentifier("2.23.136.1.1.3")))));
    assertEquals(Reason.SIGNER_NOT_A_DOCUMENT_SIGNER, refusal(store(issuer.csca()), listSigner));
  }

  @Test
  void aCriticalExtensionThatNobodyKnowsIsRefused() throws Exception {
    CertificateView odd = issuer.signer(new TestPki.Extra("1.2.3.4", DERNull.INSTANCE));
    assertEquals(Reason.CRITICAL_EXTENSION_UNKNOWN, refusal(store(issuer.csca()), odd));
  }

  @Test
  void aModernCertificateUnderSha1IsTooWeak() throws Exception {
    CertificateView weak =
        issuer.signer("C=UT,CN=Signer", KeyUsage.digitalSignature, "SHA1withECDSA");
    assertEquals(Reason.ALGORITHM_TOO_WEAK, refusal(store(issuer.csca()), weak));
  }

  @Test
  void theCountrySignerMustHaveBeenValidWhenItCertifiedTheSignerAndNotToday() throws Exception {
    Bytes expiredSince = issuer.csca(TestPki.ISSUED.minus(DAY), TestPki.ISSUED.plus(DAY));
    SignerPath path = verify(store(expiredSince), issuer.signer());
    assertTrue(path.anchorValidAtIssue());
    assertTrue(
        SignerProfile.remarks(path, TestPki.ISSUED, NOW).stream()
            .map(Remark::id)
            .toList()
            .contains("csca-expired"));
    Bytes tooYoung = issuer.csca(TestPki.ISSUED.plus(DAY), NOW.plus(DAY));
    assertFalse(verify(store(tooYoung), issuer.signer()).anchorValidAtIssue());
  }

  @Test
  void ofTwoCertificatesOfOneKeyTheOneThatWasValidCounts() throws Exception {
    Bytes tooYoung = issuer.csca(TestPki.ISSUED.plus(DAY), NOW.plus(DAY));
    SignerPath path = verify(store(tooYoung, issuer.csca()), issuer.signer());
    assertTrue(path.anchorValidAtIssue());
  }

  @Test
  void aPathIsNoTrustInADocumentThatTheCalendarRefuses() throws Exception {
    CertificateView signer = issuer.signer();
    Instant early = TestPki.ISSUED.minus(DAY);
    Bytes tooYoung = issuer.csca(TestPki.ISSUED.plus(DAY), NOW.plus(DAY));
    Bytes crl = issuer.crl(NOW.minus(DAY), NOW.plus(DAY), signer.serialNumber());
    assertEquals("", reason(store(issuer.csca()), signer, TestPki.ISSUED));
    assertEquals("signer-not-valid", reason(store(issuer.csca()), signer, early));
    assertEquals("csca-not-valid", reason(store(tooYoung), signer, TestPki.ISSUED));
    assertEquals("signer-revoked", reason(store(issuer.csca(), crl), signer, TestPki.ISSUED));
  }

  @Test
  void whatRefusesADocumentComesBeforeWhatLeavesItOpen() throws Exception {
    CertificateView signer = issuer.signer();
    Instant early = TestPki.ISSUED.minus(DAY);
    assertEquals("csca-unknown", reason(store(), signer, TestPki.ISSUED));
    assertEquals("signer-not-valid", reason(store(), signer, early));
  }

  private static String reason(TrustStore store, CertificateView signer, Instant signedAt) {
    return new PathVerifier(store).explain(signer).reason(signedAt, NOW).map(Reason::id).orElse("");
  }

  @Test
  void aSignerOnTheListOfItsCountrySignerIsRevoked() throws Exception {
    CertificateView signer = issuer.signer();
    Bytes fresh = issuer.crl(NOW.minus(DAY), NOW.plus(DAY), signer.serialNumber());
    assertEquals("SIGNER_REVOKED", revocation(store(fresh, issuer.csca()), signer));
    Bytes stale = issuer.crl(NOW.minus(DAY), NOW.minus(DAY), signer.serialNumber());
    assertEquals("SIGNER_REVOKED", revocation(store(stale, issuer.csca()), signer));
  }

  @Test
  void onlyAFreshListOfTheRightKeySaysThatASignerIsGood() throws Exception {
    CertificateView signer = issuer.signer();
    Bytes fresh = issuer.crl(NOW.minus(DAY), NOW.plus(DAY));
    assertEquals("GOOD", revocation(store(fresh, issuer.csca()), signer));
    Bytes stale = issuer.crl(NOW.minus(DAY), NOW.minus(Duration.ofHours(1)));
    assertEquals("STALE", revocation(store(stale, issuer.csca()), signer));
    Bytes foreign = issuer.successor().crl(NOW.minus(DAY), NOW.plus(DAY));
    assertEquals("BAD_SIGNATURE", revocation(store(foreign, issuer.csca()), signer));
  }

  @Test
  void onlySoManyKeysAreTriedHoweverManyShareAName() throws Exception {
    List<Bytes> made = new ArrayList<>();
    TrustStore.Builder builder = TrustStore.builder();
    for (int i = 0; i < 70; i++) {
      builder.addCertificate(issuer.successor().csca(), "many");
    }
    PathVerifier verifier =
        new PathVerifier(builder.build(), new SignatureAlgorithms(made::add), AlgorithmTable.USUAL);
    assertThrows(PathException.class, () -> verifier.verify(issuer.signer()));
    assertEquals(SignatureTrials.BUDGET, made.size());
  }

  private static SignerPath verify(TrustStore store, CertificateView signer) throws Exception {
    return new PathVerifier(store, new SignatureAlgorithms(), AlgorithmTable.USUAL).verify(signer);
  }

  private static String revocation(TrustStore store, CertificateView signer) throws Exception {
    Revocation revocation = verify(store, signer).revocation().at(NOW);
    if (revocation instanceof Revocation.Revoked revoked) {
      return revoked.subject().name();
    }
    return revocation instanceof Revocation.Unknown unknown ? unknown.cause().name() : "GOOD";
  }

  private static Reason refusal(TrustStore store, CertificateView signer) {
    return assertThrows(PathException.class, () -> verify(store, signer)).reason();
  }

  // Revocation lists and certificates in any order.
  private static TrustStore store(Bytes... items) throws Exception {
    TrustStore.Builder builder = TrustStore.builder();
    for (Bytes item : items) {
      if (TrustKind.of(item) == TrustKind.REVOCATION_LIST) {
        builder.addCrl(item, "test");
      } else {
        builder.addCertificate(item, "test");
      }
    }
    return builder.build();
  }
}
