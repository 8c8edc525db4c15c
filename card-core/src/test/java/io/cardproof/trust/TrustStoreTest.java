package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
  @Test
  void aFileOfSeveralPemCertificatesIsTakenWhole(@TempDir Path directory) throws Exception {
    String text = pem(csca("A")) + "a remark between\r\n" + pem(csca("B"));
    Path file = Files.writeString(directory.resolve("bundle.pem"), text);
    assertEquals(2, TrustStore.load(file).size());
  }

  @Test
  void aDirectoryIsTakenWithItsDerAndPemAndTheRestIsNamed(@TempDir Path directory)
      throws Exception {
    Files.write(directory.resolve("a.cer"), csca("A").toByteArray());
    Files.writeString(directory.resolve("b.pem"), pem(csca("B")));
    Files.writeString(directory.resolve("README"), "not trust");
    TrustStore store = TrustStore.load(directory);
    assertEquals(2, store.size());
    assertEquals(List.of("README: neither DER nor PEM"), details(store));
  }

  @Test
  void aBagOfCertificatesIsTaken(@TempDir Path directory) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addCertificate(holder(csca("A")));
    generator.addCertificate(holder(csca("B")));
    byte[] bag = generator.generate(new CMSAbsentContent()).getEncoded();
    assertEquals(2, TrustStore.load(Files.write(directory.resolve("bag.p7b"), bag)).size());
  }

  @Test
  void theSameCertificateTwiceIsOne() throws Exception {
    Bytes csca = csca("A");
    assertEquals(
        1,
        TrustStore.builder()
            .addCertificate(csca, "one")
            .addCertificate(csca, "two")
            .build()
            .size());
  }

  @Test
  void aLooseCertificateThatIsNoAuthorityIsKeptAsASigner() throws Exception {
    TestPki issuer = TestPki.named("C=UT,CN=A");
    TrustStore store =
        TrustStore.builder()
            .addCertificate(issuer.csca(), "csca.cer")
            .addCertificate(issuer.signer().der(), "signer.cer")
            .build();
    assertEquals(1, store.size());
    assertEquals(1, store.signers().size());
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path directory) {
    MalformedInputException e =
        assertThrows(
            MalformedInputException.class, () -> TrustStore.load(directory.resolve("none.pem")));
    assertEquals("none.pem", e.source());
  }

  @Test
  void aDamagedCertificateIsNamed(@TempDir Path directory) throws Exception {
    Path cut = Files.write(directory.resolve("cut.cer"), csca("A").slice(0, 100).toByteArray());
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> TrustStore.load(cut));
    assertEquals("cut.cer", e.source());
    Path pem =
        Files.writeString(
            directory.resolve("cut.pem"), pem(csca("A")) + "-----BEGIN CERTIFICATE-----\nAAAA");
    assertThrows(MalformedInputException.class, () -> TrustStore.load(pem));
    Path open = Files.writeString(directory.resolve("open.pem"), "-----BEGIN CERTIFICATE-----\nA");
    assertThrows(MalformedInputException.class, () -> TrustStore.load(open));
  }

  private static Bytes csca(String name) throws Exception {
    return TestPki.named("C=UT,CN=" + name).csca();
  }

  private static List<String> details(TrustStore store) {
    return store.remarks().stream().map(remark -> remark.detail()).toList();
  }

  private static X509CertificateHolder holder(Bytes der) {
    return new X509CertificateHolder(Certificate.getInstance(der.toByteArray()));
  }

  private static String pem(Bytes der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(der.toByteArray())
        + "\n-----END CERTIFICATE-----\n";
  }
}
