package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.trust.PathTrace.Match;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Generations of one country signer: links between them, distrust, and who signs the lists. */
class LinkedPathTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final List<StoredCertificate> anchors = new ArrayList<>();
  private final List<StoredCertificate> links = new ArrayList<>();
  private final List<RevocationList> lists = new ArrayList<>();
  private TestPki first;
  private TestPki second;
  private TestPki third;
  private TestPki fourth;

  @BeforeEach
  void generations() throws Exception {
    first = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
    second = first.successor();
    third = TestPki.named("C=UT,O=Country,CN=CSCA Utopia Renamed");
    fourth = third.successor();
    anchor(first.csca());
  }

  @Test
  void oneAndTwoLinksLeadToTheTrustedGeneration() throws Exception {
    link(second.link(first));
    link(third.link(second));
    assertEquals(1, verify(second.signer()).links().size());
    SignerPath path = verify(third.signer());
    assertEquals(2, path.links().size());
    assertEquals(anchors.get(0), path.anchor());
    assertTrue(path.anchorValidAtIssue());
    assertTrue(
        SignerProfile.remarks(path, TestPki.ISSUED, NOW).stream()
            .anyMatch(remark -> remark.id().equals("csca-linked")));
  }

  @Test
  void threeLinksAreTooMany() throws Exception {
    link(second.link(first));
    link(third.link(second));
    link(fourth.link(third));
    assertEquals(Reason.CSCA_LINK_TOO_LONG, refusal(fourth.signer()));
  }

  @Test
  void aTrustedCertificateOfTheKeyMakesLinksSuperfluous() throws Exception {
    link(second.link(first));
    anchor(second.csca());
    assertEquals(List.of(), verify(second.signer()).links());
  }

  @Test
  void ofTwoCertificatesOfTheTrustedKeyTheOneThatSignedItselfIsTheAnchor() throws Exception {
    anchors.clear();
    anchors.add(stored(second.link(first)));
    anchor(second.csca());
    anchors.add(stored(second.link(third)));
    assertEquals(anchors.get(1), verify(second.signer()).anchor());
  }

  @Test
  void anAnchorThatTheCalendarBreaksIsInTheTrace() throws Exception {
    anchors.clear();
    anchor(first.csca(TestPki.ISSUED.plus(DAY), NOW.plus(DAY)));
    assertEquals(
        List.of(Optional.of(Reason.CSCA_NOT_VALID)),
        explain(Set.of(), first.signer()).attempts().stream()
            .map(PathTrace.Attempt::refusal)
            .toList());
  }

  @Test
  void aLinkThatTheTrustedCountrySignerDidNotSignIsBroken() throws Exception {
    byte[] forged = second.link(first).der().toByteArray();
    forged[forged.length - 1] ^= 1;
    link(CertificateView.of(Bytes.of(forged)));
    assertEquals(Reason.CSCA_LINK_BROKEN, refusal(second.signer()));
  }

  @Test
  void aLinkThatLeadsToNobodyLeavesTheCountrySignerUnknown() throws Exception {
    link(fourth.link(third));
    assertEquals(Reason.CSCA_UNKNOWN, refusal(fourth.signer()));
  }

  @Test
  void linksInACircleEnd() throws Exception {
    link(third.link(fourth));
    link(fourth.link(third));
    assertEquals(Reason.CSCA_UNKNOWN, refusal(fourth.signer()));
  }

  @Test
  void aLinkThatIsNoAuthorityOrForbidsTheNextOneDoesNotCarryTrust() throws Exception {
    link(second.link(first, TestPki.ISSUED.minus(DAY), new BasicConstraints(false)));
    assertEquals(Reason.CSCA_LINK_UNSUITABLE, refusal(second.signer()));
  }

  @Test
  void aLinkThatIsYoungerThanWhatItCertifiedWasNotValid() throws Exception {
    link(second.link(first, TestPki.ISSUED.plus(DAY), new BasicConstraints(0)));
    assertFalse(verify(second.signer()).anchorValidAtIssue());
    link(second.link(first));
    assertTrue(verify(second.signer()).anchorValidAtIssue(), "the other one was");
  }

  @Test
  void everythingThatWasTriedIsInTheTraceWithItsReason() throws Exception {
    link(second.link(first));
    PathTrace trace = explain(Set.of(), second.signer());
    assertEquals(
        List.of(
            "ANCHOR NAME Optional[SIGNATURE_INVALID]",
            "LINK BOTH Optional.empty",
            "ANCHOR BOTH Optional.empty"),
        trace.attempts().stream()
            .map(each -> each.role() + " " + each.match() + " " + each.refusal())
            .toList());
    assertEquals(trace.path(), Optional.of(verify(trace.signer())));
  }

  @Test
  void aKeyIdentifierAloneProposesToo() throws Exception {
    anchors.clear();
    anchor(first.renamed("C=UT,CN=Another Name").csca());
    PathTrace trace = explain(Set.of(), first.signer());
    assertEquals(Match.KEY_ID, trace.attempts().get(0).match());
    assertTrue(trace.path().isPresent());
  }

  @Test
  void aDistrustedSignerIsRefusedByItsCertificateAndByItsKey() throws Exception {
    CertificateView signer = first.signer();
    for (Bytes hash : List.of(signer.der().sha256(), signer.spki().sha256())) {
      assertEquals(Optional.of(Reason.SIGNER_DISTRUSTED), explain(Set.of(hash), signer).refusal());
    }
  }

  @Test
  void aDistrustedCountrySignerTakesTheOtherCertificatesOfItsKeyWithIt() throws Exception {
    Bytes other = first.csca(TestPki.ISSUED.minus(DAY), NOW.plus(DAY));
    anchor(other);
    PathTrace trace = explain(Set.of(other.sha256()), first.signer());
    assertEquals(Optional.of(Reason.CSCA_DISTRUSTED), trace.refusal());
  }

  @Test
  void aLinkDoesNotLeadAroundDistrust() throws Exception {
    anchor(second.csca());
    link(second.link(first));
    Bytes key = CertificateView.of(second.csca()).spki().sha256();
    assertEquals(
        Optional.of(Reason.CSCA_DISTRUSTED), explain(Set.of(key), second.signer()).refusal());
  }

  @Test
  void aTrustedSuccessorOfTheSameNameSignsTheListsOfItsPredecessor() throws Exception {
    CertificateView signer = first.signer();
    list(second.crl(NOW.minus(DAY), NOW.plus(DAY)));
    assertEquals("bad-signature", revocation(signer));
    anchor(second.csca());
    assertEquals("good", revocation(signer));
  }

  @Test
  void soDoesASuccessorThatALinkVouchesFor() throws Exception {
    CertificateView signer = first.signer();
    list(second.crl(NOW.minus(DAY), NOW.plus(DAY), signer.serialNumber()));
    assertEquals("bad-signature", revocation(signer));
    link(second.link(first));
    assertEquals("signer-revoked", revocation(signer));
  }

  @Test
  void aRevokedLinkBreaksThePathAndAnUnknownOneLeavesItOpen() throws Exception {
    CertificateView link = third.link(first);
    link(link);
    list(third.crl(NOW.minus(DAY), NOW.plus(DAY)));
    assertEquals("none", revocation(third.signer()));
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY)));
    assertEquals("good", revocation(third.signer()));
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), link.serialNumber()));
    assertEquals("csca-revoked", revocation(third.signer()));
  }

  @Test
  void aRevokedSignerHasADateAndACause() throws Exception {
    CertificateView signer = first.signer();
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), signer.serialNumber()));
    Revocation.Revoked revoked = (Revocation.Revoked) verify(signer).revocation().at(NOW);
    assertEquals(NOW.minus(DAY), revoked.since());
    assertEquals(Optional.of("key-compromise"), revoked.cause());
    assertEquals("crl", revoked.list().source());
  }

  @Test
  void aPartialListSaysOfNobodyThatHeIsGood() throws Exception {
    CertificateView signer = first.signer();
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), place(false, true)));
    assertEquals("unusable", revocation(signer));
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), place(true, false)));
    assertEquals("good", revocation(signer), "this one speaks of signers");
  }

  @Test
  void aListThatDemandsWhatNobodyKnowsStillRevokes() throws Exception {
    CertificateView signer = first.signer();
    TestPki.Extra unknown = new TestPki.Extra("1.2.3.4", new BasicConstraints(false));
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), unknown));
    assertEquals("unusable", revocation(signer));
    list(first.crl(NOW.minus(DAY), NOW.plus(DAY), unknown, signer.serialNumber()));
    assertEquals("signer-revoked", revocation(signer));
  }

  @Test
  void aListThatDoesNotSayHowLongIsFreshForNinetyDays() throws Exception {
    CertificateView signer = first.signer();
    list(first.openCrl(NOW.minus(DAY.multipliedBy(91))));
    assertEquals("stale", revocation(signer));
    list(first.openCrl(NOW.minus(DAY.multipliedBy(89))));
    assertEquals("good", revocation(signer));
  }

  private static TestPki.Extra place(boolean users, boolean authorities) {
    return new TestPki.Extra(
        Extension.issuingDistributionPoint.getId(),
        new IssuingDistributionPoint(null, users, authorities, null, false, false));
  }

  private void anchor(Bytes der) {
    anchors.add(stored(CertificateView.of(der)));
  }

  private void link(CertificateView link) {
    links.add(stored(link));
  }

  private void list(Bytes der) {
    lists.add(RevocationList.of(der, "crl"));
  }

  private static StoredCertificate stored(CertificateView certificate) {
    return new StoredCertificate(certificate, List.of(Provenance.given("test")));
  }

  private SignerPath verify(CertificateView signer) throws PathException {
    return verifier(Set.of()).verify(signer);
  }

  private PathTrace explain(Set<Bytes> distrusted, CertificateView signer) {
    return verifier(distrusted).explain(signer);
  }

  private Reason refusal(CertificateView signer) {
    return assertThrows(PathException.class, () -> verify(signer)).reason();
  }

  private String revocation(CertificateView signer) throws PathException {
    Revocation revocation = verify(signer).revocation().at(NOW);
    if (revocation instanceof Revocation.Revoked revoked) {
      return revoked.subject().id();
    }
    return revocation instanceof Revocation.Unknown unknown ? unknown.cause().id() : "good";
  }

  private PathVerifier verifier(Set<Bytes> distrusted) {
    TrustStore store =
        new TrustStore(
            new TrustContents(
                anchors, links, List.of(), lists, List.of(), distrusted, List.of(), List.of()));
    return new PathVerifier(store, new SignatureAlgorithms(), AlgorithmTable.USUAL);
  }
}
