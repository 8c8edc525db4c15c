package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303-12 §4.1.5: whose signature makes a revocation list one of the country's")
class ListSignersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String NAME = "C=UT,O=Country,CN=CSCA Utopia";

  private final List<StoredCertificate> anchors = new ArrayList<>();
  private final List<StoredCertificate> links = new ArrayList<>();
  private final List<RevocationList> lists = new ArrayList<>();
  private final TestPki first;
  private final TestPki second;
  private final TestPki stranger;

  ListSignersTest() throws Exception {
    first = TestPki.named(NAME);
    second = first.successor();
    stranger = first.successor();
  }

  @BeforeEach
  void trustTheFirst() throws Exception {
    anchor(first.csca());
  }

  @Test
  void aStrangerUnderTheNameOfALinkIsNobody() throws Exception {
    links.add(stored(second.link(first)));
    CertificateView signer = first.signer();
    list(stranger, signer.serialNumber());
    assertEquals("bad-signature", revocation(signer));
  }

  @Test
  void aLinkToAnotherAuthorityVouchesForNothingHere() throws Exception {
    TestPki other = TestPki.named("C=UT,O=Other,CN=Other");
    anchor(other.csca());
    links.add(stored(second.link(other)));
    CertificateView signer = first.signer();
    list(second, signer.serialNumber());
    assertEquals("bad-signature", revocation(signer));
  }

  @Test
  void anAuthorityIsTheSameUnderAnotherName() throws Exception {
    TestPki renamed = first.renamed("C=UT,CN=Another Name");
    anchor(renamed.csca());
    links.add(stored(second.link(renamed)));
    CertificateView signer = first.signer();
    list(second, signer.serialNumber());
    assertEquals("signer-revoked", revocation(signer));
  }

  @Test
  void aRevokedLinkVouchesNoMore() throws Exception {
    CertificateView link = second.link(first);
    links.add(stored(link));
    CertificateView signer = first.signer();
    list(second, signer.serialNumber());
    list(first, link.serialNumber());
    assertEquals("good", revocation(signer));
  }

  @Test
  void aStrangerDoesNotRevokeALink() throws Exception {
    CertificateView link = second.link(first);
    links.add(stored(link));
    CertificateView signer = first.signer();
    list(second, signer.serialNumber());
    list(stranger, link.serialNumber());
    assertEquals("signer-revoked", revocation(signer));
  }

  @Test
  void aDistrustedLinkAndADistrustedAnchorSignNoLists() throws Exception {
    CertificateView signer = first.signer();
    list(second, signer.serialNumber());
    Bytes distrusted = CertificateView.of(second.csca()).spki().sha256();
    links.add(stored(second.link(first)));
    assertEquals("signer-revoked", revocation(signer));
    assertEquals("bad-signature", revocation(signer, distrusted));
    links.clear();
    anchor(second.csca());
    assertEquals("signer-revoked", revocation(signer));
    assertEquals("bad-signature", revocation(signer, distrusted));
  }

  @Test
  void aLinkThatMayNotSignListsDoesNotOnThePathEither() throws Exception {
    links.add(
        stored(
            second.link(
                first, TestPki.ISSUED.minus(DAY), new BasicConstraints(0), KeyUsage.keyCertSign)));
    CertificateView signer = second.signer();
    list(second, signer.serialNumber());
    assertEquals("bad-signature", revocation(signer));
  }

  @Test
  void aKeyOfThePathSignsUnderItsOwnNameOnly() throws Exception {
    TestPki third = TestPki.named("C=UT,O=Country,CN=CSCA Utopia Renamed");
    links.add(stored(second.link(first)));
    links.add(stored(third.link(second)));
    CertificateView signer = third.signer();
    list(second.renamed("C=UT,O=Country,CN=CSCA Utopia Renamed"), signer.serialNumber());
    assertEquals("bad-signature", revocation(signer));
    list(third, signer.serialNumber());
    assertEquals("signer-revoked", revocation(signer));
  }

  @Test
  void anAnchorThatItsOwnListNamesIsRevoked() throws Exception {
    list(first, anchors.get(0).certificate().serialNumber());
    assertEquals("csca-revoked", revocation(first.signer()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, unspecified",
    "1, key-compromise",
    "6, certificate-hold",
    "9, privilege-withdrawn",
    "10, aa-compromise",
    "11, ''",
    "127, ''"
  })
  void theReasonIsNamedAsRfc5280DoesOrNotAtAll(int reason, String cause) throws Exception {
    CertificateView signer = first.signer();
    lists.add(
        RevocationList.of(
            first.crl(NOW.minus(DAY), NOW.plus(DAY), reason, signer.serialNumber()), "crl"));
    Revocation.Revoked revoked = (Revocation.Revoked) at(signer, Set.of());
    assertEquals(cause, revoked.cause().orElse(""));
    assertEquals(signer, revoked.certificate());
  }

  private void anchor(Bytes der) {
    anchors.add(stored(CertificateView.of(der)));
  }

  private void list(TestPki issuer, BigInteger serial) throws Exception {
    lists.add(RevocationList.of(issuer.crl(NOW.minus(DAY), NOW.plus(DAY), serial), "crl"));
  }

  private static StoredCertificate stored(CertificateView certificate) {
    return new StoredCertificate(certificate, List.of(Provenance.given("test")));
  }

  private String revocation(CertificateView signer, Bytes... distrusted) throws PathException {
    Revocation revocation = at(signer, Set.of(distrusted));
    if (revocation instanceof Revocation.Revoked revoked) {
      return revoked.subject().id();
    }
    return revocation instanceof Revocation.Unknown unknown ? unknown.cause().id() : "good";
  }

  private Revocation at(CertificateView signer, Set<Bytes> distrusted) throws PathException {
    TrustStore store =
        new TrustStore(
            new TrustContents(
                anchors, links, List.of(), lists, List.of(), distrusted, List.of(), List.of()));
    return new PathVerifier(store, new SignatureAlgorithms(), AlgorithmTable.USUAL)
        .verify(signer)
        .revocation()
        .at(NOW);
  }
}
