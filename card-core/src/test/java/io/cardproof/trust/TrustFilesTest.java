package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.RefusedEntry.Cause;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and directories as operators keep them; what cannot be taken is named with its place. */
class TrustFilesTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
  private static final Bytes HASH = Bytes.of(new byte[] {1}).sha256();

  @TempDir private Path directory = Path.of("");

  private final TestPki pki;
  private final Bytes csca;

  TrustFilesTest() throws Exception {
    pki = TestPki.named("C=UT,CN=TEST A");
    csca = pki.csca();
  }

  @Test
  void everySourceSaysWhatItIs() throws Exception {
    assertEquals(SourceRecord.Kind.CERTIFICATE, record(write("a.cer", csca)).kind());
    assertEquals(
        SourceRecord.Kind.REVOCATION_LIST, record(write("a.crl", pki.crl(FROM, TO))).kind());
    assertEquals(
        SourceRecord.Kind.REVOCATION_LIST, record(write("open.crl", pki.openCrl(FROM))).kind());
    assertEquals(SourceRecord.Kind.CERTIFICATE_BAG, record(write("a.p7b", bag(csca))).kind());
    assertEquals(
        SourceRecord.Kind.CERTIFICATE_BAG,
        record(write("two.pem", pem(csca) + pem(pki.signer().der()))).kind());
    assertEquals(SourceRecord.Kind.DISTRUSTED, record(write("a.distrusted", HASH.toHex())).kind());
    assertEquals(
        SourceRecord.Kind.LDIF, record(write("a.ldif", "version: 1\n\ndn: c=UT\n\n")).kind());
  }

  @Test
  void aSourceIsNamedByTheHashOfItsFile() throws Exception {
    assertEquals(csca.sha256(), record(write("a.cer", csca)).sha256());
    Bytes pem = Bytes.of(pem(csca).getBytes(StandardCharsets.US_ASCII));
    assertEquals(pem.sha256(), record(write("a.pem", pem)).sha256());
  }

  @Test
  void anObjectOfSeveralIsNamedByItsPlace() throws Exception {
    Bytes other = TestPki.named("C=UT,CN=TEST B").csca();
    TrustStore pems =
        TrustStore.load(write("two.pem", pem(csca) + "a remark between\r\n" + pem(other)));
    assertEquals(List.of("two.pem, PEM object 1", "two.pem, PEM object 2"), sources(pems));
    TrustStore bag = TrustStore.load(write("two.p7b", bag(csca, other)));
    assertEquals(List.of("two.p7b, certificate 1", "two.p7b, certificate 2"), sources(bag));
    assertEquals(List.of("a.cer"), sources(TrustStore.load(write("a.cer", csca))));
  }

  @Test
  void oneBadPemObjectAmongOthersCostsNone() throws Exception {
    Path file = write("two.pem", pem(Bytes.ofHex("300100")) + pem(csca));
    SourceRecord record = record(file);
    assertEquals(1, record.loaded());
    assertEquals(
        List.of(new RefusedEntry("PEM object 1", Cause.NOT_TRUST_MATERIAL)), record.refused());
    Path alone = write("one.pem", pem(Bytes.ofHex("300100")));
    assertEquals("one.pem, PEM object 1", refused(alone).source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"****", "-_-_"})
  void aPemObjectOfOtherLettersIsNamedAndCostsNoOther(String letters) throws Exception {
    String damaged = pem(csca).replaceFirst("\n....", "\n" + letters);
    Bytes other = TestPki.named("C=UT,CN=TEST B").csca();
    Path bundle = write("three.pem", pem(csca) + damaged + pem(other));
    SourceRecord record = record(bundle);
    assertEquals(SourceRecord.Kind.CERTIFICATE_BAG, record.kind());
    assertEquals(2, record.loaded());
    assertEquals(List.of(new RefusedEntry("PEM object 2", Cause.UNREADABLE)), record.refused());
    Remark remark = TrustStore.load(bundle).remarks().get(0);
    assertEquals(
        new Remark("trust-entry-skipped", "three.pem, PEM object 2: cannot be read"), remark);

    MalformedInputException alone = refused(write("one.pem", damaged));
    assertEquals("PEM object 1", alone.place());
    assertEquals("is not base64", alone.problem());
  }

  @Test
  void amongFilesAPemObjectOfOtherLettersIsWrittenOff() throws Exception {
    write("one.pem", pem(csca).replaceFirst("\n....", "\n****"));
    SourceRecord record = TrustStore.load(directory).sources().get(0);
    assertEquals(SourceRecord.Kind.UNKNOWN, record.kind());
    assertEquals(List.of(new RefusedEntry("PEM object 1", Cause.UNREADABLE)), record.refused());
  }

  @Test
  void onePemObjectIsOfItsOwnKind() throws Exception {
    SourceRecord record =
        record(write("a.pem", pem(csca).replace("CERTIFICATE", "TRUSTED CERTIFICATE")));
    assertEquals(SourceRecord.Kind.CERTIFICATE, record.kind());
    assertEquals(1, record.loaded());
  }

  @Test
  void damageInPemIsNamed() throws Exception {
    MalformedInputException open =
        refused(write("open.pem", pem(csca) + "-----BEGIN CERTIFICATE-----\nAAAA"));
    assertEquals("PEM objects", open.place());
    refused(write("within.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n" + pem(csca)));
    // The end of another object is no end.
    refused(write("other.pem", pem(csca).replace("END CERTIFICATE", "END PKCS7")));
    MalformedInputException cut = refused(write("cut.cer", csca.slice(0, 100)));
    assertEquals("cut.cer", cut.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "a: b"})
  void whatIsNeitherDerNorPemIsNamed(String content) throws Exception {
    Path file = write("notes", content);
    assertEquals("neither DER nor PEM", refused(file).problem());
    TrustStore store = TrustStore.load(directory);
    assertEquals(
        List.of(new RefusedEntry("", Cause.NOT_TRUST_MATERIAL)), store.sources().get(0).refused());
    assertEquals(SourceRecord.Kind.UNKNOWN, store.sources().get(0).kind());
    assertEquals(List.of("trust-file-skipped"), ids(store));
    assertEquals("notes: neither DER nor PEM", store.remarks().get(0).detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3000", "300100", "30030500", "3006300030003000"})
  void derThatIsNothingOfTrustIsNamed(String hex) throws Exception {
    Path file = write("a.der", Bytes.of(HexFormat.of().parseHex(hex)));
    assertEquals("byte 0", refused(file).place());
    TrustStore store = TrustStore.load(directory);
    assertEquals(Cause.NOT_TRUST_MATERIAL, store.sources().get(0).refused().get(0).cause());
    assertEquals(SourceRecord.Kind.UNKNOWN, store.sources().get(0).kind());
    assertEquals(List.of("trust-file-skipped"), ids(store));
  }

  @Test
  void theFilesOfADirectoryAreTakenInTheirOrderAndNoneBelow() throws Exception {
    write("b.cer", csca);
    write("a.crl", pki.crl(FROM, TO));
    Files.write(
        Files.createDirectory(directory.resolve("below")).resolve("c.cer"),
        TestPki.named("C=UT,CN=TEST B").csca().toByteArray());
    TrustStore store = TrustStore.load(directory);
    assertEquals(
        List.of("a.crl", "b.cer"), store.sources().stream().map(SourceRecord::name).toList());
    assertEquals(1, store.size());
  }

  @Test
  void aDirectoryMayHoldASnapshotAndADamagedOne() throws Exception {
    TrustStore other = TrustStore.builder().addCertificate(csca, "other").build();
    other.save(directory.resolve("good.snapshot"));
    byte[] damaged = Files.readAllBytes(directory.resolve("good.snapshot"));
    damaged[damaged.length - 1] ^= 1;
    Path bad = Files.write(directory.resolve("bad.snapshot"), damaged);
    TrustStore store = TrustStore.load(directory);
    assertEquals(List.of("other"), sources(store));
    assertEquals(
        List.of("bad.snapshot: the snapshot is damaged"),
        store.remarks().stream().map(each -> each.detail()).toList());
    SourceRecord refused =
        store.sources().stream()
            .filter(each -> each.name().equals("bad.snapshot"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(new RefusedEntry("hash", Cause.UNREADABLE)), refused.refused());
    assertEquals("hash", refused(bad).place());
  }

  @Test
  void hashesAreReadHoweverTheyAreWritten() throws Exception {
    Bytes second = HASH.sha256();
    String colons = HASH.toHex().toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    Path file =
        write("My.Distrusted", "# lost\r\n  " + colons + "  # key\n\n" + second.toHex() + "\n");
    TrustStore store = TrustStore.load(file);
    assertEquals(Set.of(HASH, second), store.distrusted());
    assertEquals(2, record(file).loaded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "zz", "0"})
  void aSlipInWhatIsDistrustedStopsADirectoryToo(String slip) throws Exception {
    String wrong = slip + HASH.toHex().substring(slip.length() == 2 ? 0 : 2);
    write("a.cer", csca);
    write("b.distrusted", HASH.toHex() + "\n" + wrong + "\n");
    MalformedInputException e = refused(directory);
    assertEquals("line 2", e.place());
    assertEquals("b.distrusted", e.source());
  }

  @Test
  void aDirectoryThatTakesEntriesAwayIsAccountedForAndTakesNone() throws Exception {
    String delta =
        """
        version: 1

        dn: cn=1,o=dsc,c=UT
        changetype: Delete

        dn: cn=2,o=dsc,c=UT
        changetype: add
        userCertificate;binary:: %s
        """
            .formatted(Base64.getEncoder().encodeToString(pki.signer().der().toByteArray()));
    TrustStore store = TrustStore.load(write("delta.ldif", delta));
    SourceRecord record = store.sources().get(0);
    assertEquals(1, record.loaded());
    assertEquals(List.of(new RefusedEntry("entry 1", Cause.DELETION)), record.refused());
    assertEquals(List.of("trust-entry-skipped"), ids(store));
  }

  @Test
  void aDirectoryThatIsNoneIsAMissingFile() {
    assertEquals("cannot be read", refused(directory.resolve("none")).problem());
  }

  private static MalformedInputException refused(Path file) {
    return assertThrows(MalformedInputException.class, () -> TrustStore.load(file));
  }

  private static SourceRecord record(Path file) throws Exception {
    List<SourceRecord> sources = TrustStore.load(file).sources();
    assertEquals(1, sources.size());
    return sources.get(0);
  }

  private static List<String> sources(TrustStore store) {
    return store.anchors().stream()
        .flatMap(each -> each.provenance().stream())
        .map(Provenance::source)
        .toList();
  }

  private static List<String> ids(TrustStore store) {
    return store.remarks().stream().map(each -> each.id()).toList();
  }

  private static Bytes bag(Bytes... certificates) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    for (Bytes each : certificates) {
      generator.addCertificate(
          new X509CertificateHolder(Certificate.getInstance(each.toByteArray())));
    }
    return Bytes.of(generator.generate(new CMSAbsentContent()).getEncoded());
  }

  private static String pem(Bytes der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  private Path write(String name, Bytes content) throws Exception {
    return Files.write(directory.resolve(name), content.toByteArray());
  }
}
