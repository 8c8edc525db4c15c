package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

/** What is read of a certificate, by RFC 5280 and ICAO 9303-12. */
class CertificateViewTest {
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2024-06-30T23:59:59Z");

  private final TestPki country;

  CertificateViewTest() throws Exception {
    country = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
  }

  @Test
  void aPrivateKeyIsUsedFromItsFirstInstantToItsLast() throws Exception {
    CertificateView signer = country.signer(usedFor(true, true));
    assertEquals(Optional.of(FROM), signer.keyUsedFrom());
    assertEquals(Optional.of(UNTIL), signer.keyUsedUntil());
    assertFalse(signer.privateKeyUsableAt(FROM.minusSeconds(1)));
    assertTrue(signer.privateKeyUsableAt(FROM));
    assertTrue(signer.privateKeyUsableAt(UNTIL));
    assertFalse(signer.privateKeyUsableAt(UNTIL.plusSeconds(1)));
  }

  @Test
  void aPeriodMayBeOpenOnEitherSide() throws Exception {
    CertificateView from = country.signer(usedFor(true, false));
    assertEquals(Optional.empty(), from.keyUsedUntil());
    assertTrue(from.privateKeyUsableAt(UNTIL.plusSeconds(1)));
    assertFalse(from.privateKeyUsableAt(FROM.minusSeconds(1)));
    CertificateView until = country.signer(usedFor(false, true));
    assertEquals(Optional.empty(), until.keyUsedFrom());
    assertTrue(until.privateKeyUsableAt(FROM.minusSeconds(1)));
    assertFalse(until.privateKeyUsableAt(UNTIL.plusSeconds(1)));
    CertificateView neither = country.signer();
    assertEquals(Optional.empty(), neither.keyUsedFrom());
    assertTrue(neither.privateKeyUsableAt(Instant.MAX));
  }

  @Test
  void aPathLengthIsANumberOrNone() throws Exception {
    assertEquals(Optional.of(0), CertificateView.of(country.csca()).pathLength());
    assertEquals(
        Optional.of(3),
        country.successor().link(country, FROM, new BasicConstraints(3)).pathLength());
    assertEquals(
        Optional.empty(),
        country.successor().link(country, FROM, new BasicConstraints(true)).pathLength());
    BasicConstraints huge =
        BasicConstraints.getInstance(
            new DERSequence(
                new ASN1Encodable[] {
                  ASN1Boolean.TRUE, new ASN1Integer(BigInteger.ONE.shiftLeft(40))
                }));
    assertEquals(
        Optional.of(Integer.MAX_VALUE), country.successor().link(country, FROM, huge).pathLength());
    assertEquals(Optional.empty(), country.signer().pathLength());
  }

  @Test
  void onlyCriticalExtensionsThatNobodyKnowsAreUnknown() throws Exception {
    assertFalse(country.signer().hasUnknownCriticalExtension());
    TestPki.Extra known =
        new TestPki.Extra(Extension.basicConstraints.getId(), new BasicConstraints(false));
    assertFalse(country.signer(known).hasUnknownCriticalExtension());
    assertTrue(
        country
            .signer(new TestPki.Extra("1.2.3.4", DERNull.INSTANCE))
            .hasUnknownCriticalExtension());
  }

  @Test
  void aLinkToAnotherNameSaysSo() throws Exception {
    assertTrue(TestPki.named("C=UT,CN=New Name").link(country).changesName());
    assertFalse(country.successor().link(country).changesName());
  }

  @Test
  void countryAndNameAreThoseOfSubjectAndIssuer() throws Exception {
    CertificateView link = TestPki.named("C=UX,O=Other,CN=New Name").link(country);
    assertEquals(Optional.of("UX"), link.country());
    assertEquals(Optional.of("UT"), link.issuerCountry());
    assertEquals("New Name", link.shortName());
    assertTrue(link.subjectText().contains("New Name"), link.subjectText());
    assertTrue(link.algorithmsAgree());
  }

  @Test
  void itIsItsBytes() throws Exception {
    Bytes der = country.csca();
    assertEquals(CertificateView.of(der), CertificateView.of(der));
    assertEquals(CertificateView.of(der).hashCode(), CertificateView.of(der).hashCode());
    assertNotEquals(CertificateView.of(der), CertificateView.of(country.csca()));
    assertThrows(IllegalArgumentException.class, () -> CertificateView.of(der.from(1)));
  }

  private static TestPki.Extra usedFor(boolean from, boolean until) {
    ASN1EncodableVector period = new ASN1EncodableVector();
    if (from) {
      period.add(time(0, "20240101000000Z"));
    }
    if (until) {
      period.add(time(1, "20240630235959Z"));
    }
    return new TestPki.Extra(Extension.privateKeyUsagePeriod.getId(), new DERSequence(period));
  }

  private static DERTaggedObject time(int tag, String text) {
    return new DERTaggedObject(false, tag, new ASN1GeneralizedTime(text));
  }
}
