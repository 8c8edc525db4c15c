package io.cardproof.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.lds.SODFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The issuer, judged by BouncyCastle's CMS, JMRTD and the JDK. */
class IssuedCardTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final String TEST_MARKER = "2.25.184311148492300629481289505901386194270";
  private static final String PRIVATE_KEY_USAGE = "2.5.29.16";
  private static final int SOD = 0x011D;

  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  /** Made once each: RSA keys are what takes the time. */
  private static final Map<String, SimulatedCard> CARDS = new ConcurrentHashMap<>();

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  private static SimulatedCard card(String persona) throws IOException {
    SimulatedCard known = CARDS.get(persona);
    if (known == null) {
      known = made(persona);
      CARDS.put(persona, known);
    }
    return known;
  }

  private static SimulatedCard made(String persona) throws IOException {
    return SimulatedCard.builder()
        .persona(persona)
        .seed(1)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build();
  }

  private static byte[] file(SimulatedCard card, int fid) {
    return card.image().file(fid).orElseThrow();
  }

  private X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", provider)
            .generateCertificate(new ByteArrayInputStream(der));
  }

  private SODFile sod(SimulatedCard card) throws IOException {
    return new SODFile(new ByteArrayInputStream(file(card, SOD)));
  }

  private static CMSSignedData cms(SimulatedCard card) throws Exception {
    byte[] sod = file(card, SOD);
    return new CMSSignedData(Arrays.copyOfRange(sod, 4, sod.length));
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theSecurityObjectVerifiesAndChainsToTheTrustedCsca(String persona) throws Exception {
    SimulatedCard card = card(persona);
    X509Certificate csca = certificate(card.trust().get(0));
    X509Certificate signer = certificate(sod(card).getDocSigningCertificate().getEncoded());
    SignerInformation info = cms(card).getSignerInfos().iterator().next();

    assertTrue(
        info.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(signer)));
    csca.verify(csca.getPublicKey(), provider);
    signer.verify(csca.getPublicKey(), provider);
    assertEquals(csca.getSubjectX500Principal(), signer.getIssuerX500Principal());
  }

  @ParameterizedTest
  @MethodSource("personas")
  void eachHashInTheSecurityObjectIsThatOfTheWholeFile(String persona) throws Exception {
    SimulatedCard card = card(persona);
    for (Map.Entry<Integer, byte[]> hash : sod(card).getDataGroupHashes().entrySet()) {
      byte[] content = file(card, 0x0100 + hash.getKey());
      assertArrayEquals(
          MessageDigest.getInstance(sod(card).getDigestAlgorithm()).digest(content),
          hash.getValue());
    }
  }

  @Test
  void theSecurityObjectHasTheShapeMeasuredOnACitizenCard() throws Exception {
    SODFile sod = sod(card("cccd-2021"));
    CMSSignedData cms = cms(card("cccd-2021"));
    SignerInformation info = cms.getSignerInfos().iterator().next();

    assertEquals(
        new TreeSet<>(List.of(1, 2, 3, 13, 14, 15)),
        new TreeSet<>(sod.getDataGroupHashes().keySet()));
    assertEquals("SHA-256", sod.getDigestAlgorithm());
    assertEquals(3, cms.getVersion());
    assertEquals("2.23.136.1.1.1", cms.getSignedContentTypeOID());
    assertEquals(1, info.getVersion());
    assertEquals("1.2.840.10045.4.3.2", info.getEncryptionAlgOID());
    assertEquals(3, info.getSignedAttributes().size());
    assertEquals(1770, file(card("cccd-2021"), SOD).length, 20, "bytes of EF.SOD");
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theSignerSignedWithinItsPeriodsAndTheCscaWasValidThen(String persona) throws Exception {
    for (int year : List.of(2001, 2026, 2080)) {
      SimulatedCard card = at(persona, year);
      Date signing = signingTime(card);
      X509Certificate signer = certificate(sod(card).getDocSigningCertificate().getEncoded());
      X509Certificate csca = certificate(card.trust().get(0));

      assertTrue(signing.toInstant().isBefore(Instant.parse(year + "-01-01T00:00:00Z")));
      signer.checkValidity(signing);
      csca.checkValidity(signer.getNotBefore());
      assertTrue(
          csca.getNotAfter().toInstant().isAfter(signer.getNotAfter().toInstant()),
          "anchor outlives signer");
    }
  }

  private static SimulatedCard at(String persona, int year) throws IOException {
    Instant newYear = Instant.parse(year + "-01-01T00:00:00Z");
    return SimulatedCard.builder()
        .persona(persona)
        .seed(1)
        .clock(Clock.fixed(newYear, ZoneOffset.UTC))
        .build();
  }

  private static Date signingTime(SimulatedCard card) throws Exception {
    SignerInformation info = cms(card).getSignerInfos().iterator().next();
    return Time.getInstance(
            info.getSignedAttributes()
                .get(CMSAttributes.signingTime)
                .getAttrValues()
                .getObjectAt(0))
        .getDate();
  }

  @ParameterizedTest
  @MethodSource("personas")
  void certificatesFollowTheProfilesAndSayTest(String persona) throws Exception {
    SimulatedCard card = card(persona);
    X509Certificate csca = certificate(card.trust().get(0));
    X509Certificate signer = certificate(sod(card).getDocSigningCertificate().getEncoded());

    assertEquals(0, csca.getBasicConstraints());
    assertEquals(Set.of("2.5.29.15", "2.5.29.19"), csca.getCriticalExtensionOIDs());
    boolean[] caUsage = {false, false, false, false, false, true, true, false, false};
    assertArrayEquals(caUsage, csca.getKeyUsage());
    assertEquals(-1, signer.getBasicConstraints());
    assertEquals(Set.of("2.5.29.15"), signer.getCriticalExtensionOIDs());
    boolean[] signerUsage = {true, false, false, false, false, false, false, false, false};
    assertArrayEquals(signerUsage, signer.getKeyUsage());
    for (X509Certificate certificate : List.of(csca, signer)) {
      assertTrue(certificate.getSubjectX500Principal().getName().contains("TEST"));
      assertTrue(
          certificate
              .getNonCriticalExtensionOIDs()
              .containsAll(
                  Set.of(PRIVATE_KEY_USAGE, "2.5.29.35", "2.5.29.17", "2.5.29.18", "2.5.29.31")));
      byte[] marker =
          ASN1OctetString.getInstance(certificate.getExtensionValue(TEST_MARKER)).getOctets();
      assertEquals("TEST", ASN1UTF8String.getInstance(marker).getString());
    }
  }

  @Test
  void theRevocationListIsTheCscasAndCurrent() throws Exception {
    for (String persona : personas().toList()) {
      SimulatedCard card = card(persona);
      X509Certificate csca = certificate(card.trust().get(0));
      X509CRL crl =
          (X509CRL)
              CertificateFactory.getInstance("X.509", provider)
                  .generateCRL(new ByteArrayInputStream(card.crl()));
      crl.verify(csca.getPublicKey(), provider);
      assertEquals(
          2, ((java.security.cert.X509Extension) crl).getNonCriticalExtensionOIDs().size());
      assertTrue(crl.getThisUpdate().toInstant().isBefore(NOW));
      assertTrue(crl.getNextUpdate().toInstant().isAfter(NOW));
      assertEquals(csca.getSubjectX500Principal(), crl.getIssuerX500Principal());
    }
  }

  @ParameterizedTest
  @MethodSource("personas")
  void aPersonaIsNeverExpiredWhateverTheClock(String persona) throws Exception {
    for (int year = 2001; year <= 2080; year += 7) {
      LocalDate day = LocalDate.of(year, 12, 31);
      io.cardproof.simulator.persona.Persona known = Personas.named(persona);
      for (LocalDate today : List.of(day, day.minusMonths(6), LocalDate.of(year, 1, 1))) {
        assertTrue(known.expiry(today).isAfter(today.plusYears(3)), today.toString());
        assertTrue(known.expiry(today).getYear() < 2100, today.toString());
        assertTrue(known.signing(today).isBefore(today.atStartOfDay().toInstant(ZoneOffset.UTC)));
      }
    }
  }

  @Test
  void equalSeedAndClockGiveEqualBytesAndAnotherSeedGivesOthers() throws Exception {
    for (String persona : personas().toList()) {
      SimulatedCard one = card(persona);
      SimulatedCard two = made(persona);
      for (int fid : one.image().fileIds()) {
        assertArrayEquals(file(one, fid), file(two, fid), Integer.toHexString(fid));
      }
      assertArrayEquals(one.trust().get(0), two.trust().get(0));
      assertArrayEquals(one.crl(), two.crl());
    }
    SimulatedCard other =
        SimulatedCard.builder().seed(2).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    assertFalse(Arrays.equals(file(card("cccd-2021"), 0x010F), file(other, 0x010F)));
  }
}
