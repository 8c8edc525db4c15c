package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** RFC 5280 §6.1.4 for links: who may certify, and how many may follow. */
class LinkRulesTest {
  private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

  private final TestPki first;
  private final TestPki second;
  private final TestPki renamed;

  LinkRulesTest() throws Exception {
    first = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
    second = first.successor();
    renamed = TestPki.named("C=UT,O=Country,CN=CSCA Renamed");
  }

  @Test
  void aLinkOfTheProfileMayCertify() throws Exception {
    assertEquals(Optional.empty(), refusal(second.link(first)));
  }

  @Test
  void oneThatSignsListsOnlyMayNot() throws Exception {
    CertificateView link = second.link(first, START, new BasicConstraints(0), KeyUsage.cRLSign);
    assertEquals(Optional.of(Reason.CSCA_LINK_UNSUITABLE), refusal(link));
  }

  @Test
  void itsPathLengthCountsOtherAuthoritiesAndNeitherKeyRollsNorNewNames() throws Exception {
    CertificateView link = second.link(first);
    CertificateView authority =
        second.signer("C=UT,CN=Below", KeyUsage.keyCertSign, "SHA256withECDSA");
    assertEquals(Optional.of(Reason.CSCA_LINK_UNSUITABLE), refusal(link, authority));
    assertEquals(
        Optional.empty(), refusal(link, first.successor().link(second), renamed.link(second)));
    CertificateView longer = second.link(first, START, new BasicConstraints(1));
    assertEquals(Optional.empty(), refusal(longer, authority));
    assertEquals(Optional.of(Reason.CSCA_LINK_UNSUITABLE), refusal(longer, authority, authority));
  }

  @Test
  void itSignedItselfOnlyIfNameAndKeySaySo() throws Exception {
    assertTrue(LinkRules.selfSigned(CertificateView.of(first.csca())));
    assertFalse(LinkRules.selfSigned(second.link(first)), "another key");
    assertFalse(LinkRules.selfSigned(renamed.link(first)), "another name");
    assertFalse(LinkRules.selfSigned(first.renamed("C=UT,CN=Other").link(first)), "its own key");
  }

  private static Optional<Reason> refusal(CertificateView link, CertificateView... below) {
    List<StoredCertificate> stored =
        Arrays.stream(below)
            .map(each -> new StoredCertificate(each, List.of(Provenance.given("test"))))
            .toList();
    return LinkRules.refusal(link, stored);
  }
}
