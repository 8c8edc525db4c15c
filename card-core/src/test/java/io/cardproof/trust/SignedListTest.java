package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.Provenance.Pinning;
import io.cardproof.value.Bytes;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-12 §9: who may certify the signer of a list")
class SignedListTest {
  private static final ASN1ObjectIdentifier MASTER_LIST =
      new ASN1ObjectIdentifier(MasterList.CONTENT_TYPE);
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  private final TestPki root;
  private final TestPki between;
  private final KeyPair keys;

  SignedListTest() throws Exception {
    root = TestPki.named("C=UT,CN=TEST Root");
    between = TestPki.named("C=UT,CN=TEST Between");
    keys = TestPki.newKeys();
  }

  @Test
  void theRootItself() throws Exception {
    assertEquals(Pinning.PINNED, pinning(List.of(root.csca()), listSigner(root)));
    assertEquals(Pinning.UNPINNED, pinning(List.of(between.csca()), listSigner(root)));
    assertEquals(Pinning.UNPINNED, pinning(List.of(), listSigner(root)));
  }

  @Test
  void notARootThatHadEndedBefore() throws Exception {
    Bytes ended = root.csca(LONG_AGO, LONG_AGO.plusSeconds(1));
    assertEquals(Pinning.UNPINNED, pinning(List.of(ended), listSigner(root)));
    assertEquals(Pinning.PINNED, pinning(List.of(ended, root.csca()), listSigner(root)));
  }

  @Test
  void anAuthorityThatTheRootCertified() throws Exception {
    assertEquals(
        Pinning.PINNED,
        pinning(List.of(root.csca()), listSigner(between), between(new BasicConstraints(0))));
  }

  @Test
  void nobodyWhoIsNoAuthorityThoughTheRootCertifiedHim() throws Exception {
    assertEquals(
        Pinning.UNPINNED,
        pinning(List.of(root.csca()), listSigner(between), between(new BasicConstraints(false))));
  }

  @Test
  void noAuthorityThatNobodyCertified() throws Exception {
    assertEquals(
        Pinning.UNPINNED,
        pinning(List.of(root.csca()), listSigner(between), CertificateView.of(between.csca())));
  }

  @Test
  void aSignerOfDocumentsSignsNoList() throws Exception {
    MalformedInputException refused =
        assertThrows(
            MalformedInputException.class, () -> pinning(List.of(root.csca()), root.signer(keys)));
    assertEquals("not a signer of master lists", refused.problem());
  }

  private CertificateView between(BasicConstraints constraints) throws Exception {
    return between.link(root, TestPki.ISSUED.minusSeconds(60), constraints);
  }

  private CertificateView listSigner(TestPki issuer) throws Exception {
    return issuer.signer(
        keys,
        "C=UT,CN=TEST List Signer",
        KeyUsage.digitalSignature,
        "SHA256withECDSA",
        new TestPki.Extra(
            Extension.extendedKeyUsage.getId(),
            new ExtendedKeyUsage(
                KeyPurposeId.getInstance(new ASN1ObjectIdentifier(SignerProfile.LIST_SIGNING)))));
  }

  private Pinning pinning(List<Bytes> roots, CertificateView signer, CertificateView... beside)
      throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build("SHA256withECDSA", keys.getPrivate(), holder(signer)));
    generator.addCertificate(holder(signer));
    for (CertificateView each : beside) {
      generator.addCertificate(holder(each));
    }
    byte[] list =
        generator
            .generate(new CMSProcessableByteArray(MASTER_LIST, new byte[] {0x30, 0x00}), true)
            .getEncoded();
    return SignedList.of(
            Bytes.of(list),
            SignedList.Kind.MASTER_LIST,
            "list",
            roots.stream().map(CertificateView::of).toList(),
            new SignatureAlgorithms())
        .pinning();
  }

  private static X509CertificateHolder holder(CertificateView view) {
    return new X509CertificateHolder(Certificate.getInstance(view.der().toByteArray()));
  }
}
