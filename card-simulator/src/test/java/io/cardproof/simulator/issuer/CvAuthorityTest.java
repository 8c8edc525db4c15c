package io.cardproof.simulator.issuer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ejbca.cvc.AuthorizationRoleEnum;
import org.ejbca.cvc.CVCertificate;
import org.ejbca.cvc.CertificateParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CV certificates as a library reads and verifies them that nobody here wrote. */
class CvAuthorityTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 28);
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  @Test
  void theTestAuthorityLeadsToItsTerminal() throws Exception {
    CvAuthority authority = CvAuthority.test(TODAY);
    CVCertificate root = parse(authority.trustPoints().get(0));
    CVCertificate verifier = parse(authority.terminalCertificates().get(0));
    CVCertificate terminal = parse(authority.terminalCertificates().get(1));
    PublicKey rootKey = root.getCertificateBody().getPublicKey();
    assertSigned(root, rootKey, TerminalAlgorithm.ECDSA_SHA256);
    assertSigned(verifier, rootKey, TerminalAlgorithm.ECDSA_SHA256);
    assertEquals(
        "UTTESTDV00001", terminal.getCertificateBody().getAuthorityReference().getConcatenated());
    assertEquals(
        AuthorizationRoleEnum.IS,
        terminal
            .getCertificateBody()
            .getAuthorizationTemplate()
            .getAuthorizationField()
            .getAuthRole());
  }

  @Test
  void theTestKeysAreTheSameOnEveryDay() {
    CvAuthority later = CvAuthority.test(TODAY.plusDays(400));
    assertArrayEquals(CvAuthority.test(TODAY).terminalKey().pkcs8(), later.terminalKey().pkcs8());
    assertArrayEquals(
        CvAuthority.test(TODAY).authority().key().pkcs8(), later.authority().key().pkcs8());
  }

  @ParameterizedTest
  @EnumSource(TerminalAlgorithm.class)
  void everyAlgorithmSignsAndItsKeyIsExported(TerminalAlgorithm algorithm) throws Exception {
    CvKey key = key(algorithm);
    CvParty root = CvParty.authority(subject("UTROOT00001", TerminalRole.AUTHORITY), key);
    CVCertificate certificate = parse(root.certificate());
    assertSigned(certificate, certificate.getCertificateBody().getPublicKey(), algorithm);
    PrivateKey exported =
        KeyFactory.getInstance(key instanceof RsaCvKey ? "RSA" : "EC", PROVIDER)
            .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8()));
    assertEquals(key instanceof RsaCvKey, exported instanceof RSAPrivateKey);
  }

  @Test
  void referencesHaveTheirForm() {
    for (String reference : List.of("UT0001", "UTTOOLONGNAME00001", "utTEST00001", "U")) {
      assertThrows(
          IllegalArgumentException.class, () -> subject(reference, TerminalRole.AUTHORITY));
    }
  }

  private static CvKey key(TerminalAlgorithm algorithm) {
    SecureRandom random = new SecureRandom();
    return algorithm.scheme() == TerminalAlgorithm.Scheme.ECDSA
        ? CvKey.ec(algorithm, SECObjectIdentifiers.secp256r1, random)
        : CvKey.rsa(algorithm, 2048, random);
  }

  private static void assertSigned(
      CVCertificate certificate, PublicKey key, TerminalAlgorithm algorithm) throws Exception {
    String scheme =
        switch (algorithm.scheme()) {
          case ECDSA -> "PLAIN-ECDSA";
          case RSA_PKCS1 -> "RSA";
          case RSA_PSS -> "RSAandMGF1";
        };
    String name = algorithm.digest().replace("-", "") + "with" + scheme;
    Signature verifier = Signature.getInstance(name, PROVIDER);
    verifier.initVerify(key);
    verifier.update(certificate.getTBS());
    assertTrue(verifier.verify(certificate.getSignature()));
  }

  private static CvSubject subject(String reference, TerminalRole role) {
    return new CvSubject(
        reference, role, Set.of(TerminalRight.READ_DG3), TODAY, TODAY.plusYears(1));
  }

  private static CVCertificate parse(byte[] certificate) throws Exception {
    return (CVCertificate) CertificateParser.parseCVCObject(certificate);
  }
}
