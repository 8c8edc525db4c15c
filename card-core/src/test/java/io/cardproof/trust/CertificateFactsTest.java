package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.trust.CertificateFacts.ExtensionFacts;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate says, in the words of the standards. */
class CertificateFactsTest {
  private final TestPki country;

  CertificateFactsTest() throws Exception {
    country = TestPki.named("C=UT,O=Country,CN=CSCA Utopia");
  }

  @Test
  void ofACountrySigner() throws Exception {
    CertificateFacts facts = CertificateFacts.of(CertificateView.of(country.csca()));
    assertEquals("C=UT,O=Country,CN=CSCA Utopia", facts.subject());
    assertEquals(facts.subject(), facts.issuer());
    assertEquals("ECDSA SHA-256", facts.signatureAlgorithm());
    assertEquals(List.of("keyCertSign", "cRLSign"), facts.keyUsage());
    assertEquals(List.of(), facts.purposes());
    assertTrue(facts.authority());
    assertEquals(Optional.of(BigInteger.ZERO), facts.pathLength());
    assertEquals(
        List.of(
            new ExtensionFacts("2.5.29.14", false),
            new ExtensionFacts("2.5.29.35", false),
            new ExtensionFacts("2.5.29.19", true),
            new ExtensionFacts("2.5.29.15", true)),
        facts.extensions());
  }

  @ParameterizedTest
  @CsvSource({
    "128, digitalSignature",
    "64, nonRepudiation",
    "32, keyEncipherment",
    "4, keyCertSign",
    "2, cRLSign",
    "1, encipherOnly",
    "32768, decipherOnly",
    "32896, digitalSignature decipherOnly",
    "129, digitalSignature encipherOnly",
  })
  void everyUsageHasItsWord(int usage, String words) throws Exception {
    CertificateView signer = country.signer("C=UT,CN=Signer", usage, "SHA384withECDSA");
    CertificateFacts facts = CertificateFacts.of(signer);
    assertEquals(Arrays.asList(words.split(" ", -1)), facts.keyUsage());
    assertEquals("ECDSA SHA-384", facts.signatureAlgorithm());
    assertFalse(facts.authority());
    assertEquals(Optional.empty(), facts.pathLength());
  }

  @Test
  void aLinkIsOfAnotherKeyOrName() throws Exception {
    TestPki next = country.successor();
    assertTrue(CertificateFacts.link(next.link(country)));
    assertTrue(CertificateFacts.selfIssued(next.link(country)));
    CertificateView renamed = country.renamed("C=UT,CN=Other").link(country);
    assertTrue(CertificateFacts.link(renamed));
    assertFalse(CertificateFacts.selfIssued(renamed));
    assertFalse(CertificateFacts.link(CertificateView.of(country.csca())));
    assertTrue(
        CertificateFacts.link(
            country.signer("C=UT,CN=Signer", KeyUsage.digitalSignature, "SHA256withECDSA")));
  }
}
