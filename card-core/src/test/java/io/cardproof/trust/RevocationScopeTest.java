package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 5280 §5.2.5: a list speaks of what its issuing distribution point says")
class RevocationScopeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final DistributionPointName HERE = at(uri("http://utopia.example/1.crl"));
  private static final DistributionPointName ELSEWHERE = at(uri("http://utopia.example/2.crl"));

  private TestPki issuer;

  @BeforeEach
  void issue() throws Exception {
    issuer = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
  }

  @ParameterizedTest(name = "{0}: signers {1}, authorities {2}, its own serial numbers {3}")
  @CsvSource({
    "whole, true, true, true",
    "users, true, false, true",
    "authorities, false, true, true",
    "attributes, false, false, false",
    "reasons, false, false, true",
    "indirect, false, false, false",
  })
  void whatItLeavesOut(String what, boolean signers, boolean authorities, boolean own)
      throws Exception {
    RevocationScope scope =
        scope(
            new IssuingDistributionPoint(
                null,
                what.equals("users"),
                what.equals("authorities"),
                what.equals("reasons") ? new ReasonFlags(ReasonFlags.keyCompromise) : null,
                what.equals("indirect"),
                what.equals("attributes")));
    assertEquals(signers, scope.covers(issuer.signer()));
    assertEquals(authorities, scope.covers(CertificateView.of(issuer.csca())));
    assertEquals(own, scope.namesItsOwn());
  }

  @Test
  void withoutOneItIsWhole() throws Exception {
    RevocationScope scope = RevocationScope.of(list(issuer.openCrl(NOW)));
    assertTrue(scope.covers(issuer.signer()));
    assertTrue(scope.covers(CertificateView.of(issuer.csca())));
    assertTrue(scope.namesItsOwn());
  }

  @Test
  void changesAloneCoverNobody() throws Exception {
    assertFalse(
        scope(Extension.deltaCRLIndicator.getId(), new ASN1Integer(1)).covers(issuer.signer()));
  }

  @Test
  void aDemandThatNobodyKnowsCoversNobodyAndAKnownOneDoesNotMatter() throws Exception {
    assertFalse(scope("1.2.3.4", new ASN1Integer(1)).covers(issuer.signer()));
    assertTrue(scope(Extension.cRLNumber.getId(), new ASN1Integer(1)).covers(issuer.signer()));
  }

  @Test
  void aListOfOnePlaceSpeaksOfCertificatesThatNameThePlace() throws Exception {
    RevocationScope scope = scope(place(HERE));
    assertTrue(scope.covers(naming(new DistributionPoint(HERE, null, null))));
    assertTrue(
        scope.covers(
            naming(
                new DistributionPoint(ELSEWHERE, null, null),
                new DistributionPoint(HERE, null, null))));
    assertFalse(scope.covers(naming(new DistributionPoint(ELSEWHERE, null, null))));
    assertFalse(scope.covers(issuer.signer()), "it names no place");
    assertFalse(scope.covers(issuer.signer(constraints())), "other extensions name none");
  }

  @Test
  void aPlaceThatAnotherFillsOrThatTellsSomeReasonsOnlyIsNotThePlace() throws Exception {
    RevocationScope scope = scope(place(HERE));
    GeneralNames another = new GeneralNames(new GeneralName(new X500Name("CN=Another")));
    assertFalse(scope.covers(naming(new DistributionPoint(HERE, null, another))));
    ReasonFlags some = new ReasonFlags(ReasonFlags.keyCompromise);
    assertFalse(scope.covers(naming(new DistributionPoint(HERE, some, null))));
    assertFalse(scope.covers(naming(new DistributionPoint(null, null, another))));
  }

  @Test
  void namesOfPlacesAreComparedAsNames() throws Exception {
    RevocationScope scope =
        scope(place(at(new GeneralName(new X500Name("C=UT,O=Country,CN=Lists")))));
    DistributionPointName otherwise = at(new GeneralName(new X500Name("CN=LISTS,O=country,C=ut")));
    assertTrue(scope.covers(naming(new DistributionPoint(otherwise, null, null))));
  }

  @Test
  void aPlaceBelowTheIssuerIsThePlaceWithItsWholeName() throws Exception {
    DERSet below =
        new DERSet(
            new AttributeTypeAndValue(
                BCStyle.OU, new X500Name("OU=Lists").getRDNs()[0].getFirst().getValue()));
    DistributionPointName relative =
        new DistributionPointName(DistributionPointName.NAME_RELATIVE_TO_CRL_ISSUER, below);
    DistributionPointName whole =
        at(new GeneralName(new X500Name("C=UT,O=Country,CN=CSCA Utopia,OU=Lists")));
    assertTrue(scope(place(relative)).covers(naming(new DistributionPoint(whole, null, null))));
    assertTrue(scope(place(whole)).covers(naming(new DistributionPoint(relative, null, null))));
    assertFalse(scope(place(relative)).covers(naming(new DistributionPoint(HERE, null, null))));
  }

  private RevocationScope scope(IssuingDistributionPoint place) throws Exception {
    return scope(Extension.issuingDistributionPoint.getId(), place);
  }

  private RevocationScope scope(String extension, ASN1Encodable value) throws Exception {
    return RevocationScope.of(
        list(issuer.crl(NOW, NOW.plus(Duration.ofDays(1)), new TestPki.Extra(extension, value))));
  }

  private static CertificateList list(Bytes der) {
    return CertificateList.getInstance(der.toByteArray());
  }

  private CertificateView naming(DistributionPoint... places) throws Exception {
    return issuer.signer(
        new TestPki.Extra(Extension.cRLDistributionPoints.getId(), new CRLDistPoint(places)));
  }

  private static TestPki.Extra constraints() {
    return new TestPki.Extra(Extension.basicConstraints.getId(), new BasicConstraints(false));
  }

  private static IssuingDistributionPoint place(DistributionPointName name) {
    return new IssuingDistributionPoint(name, false, false, null, false, false);
  }

  private static DistributionPointName at(GeneralName name) {
    return new DistributionPointName(new GeneralNames(name));
  }

  private static GeneralName uri(String text) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, text);
  }
}
