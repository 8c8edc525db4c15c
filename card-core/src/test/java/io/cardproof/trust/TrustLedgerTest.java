package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.Provenance.Pinning;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every entry of every source is accounted for; the counts are those of the lists' README. */
class TrustLedgerTest {
  private static final Instant TODAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final String GERMAN = "master-lists/DE_ML_2026-05-28-08-28-45.ml";
  private static final String DUTCH = "master-lists/NL_ML_2026-07-22.ml";

  @TempDir private Path directory = Path.of("");

  @Test
  void bothNationalListsAreLoadedWholeAndPinned() throws Exception {
    TrustStore german = list(GERMAN, "master-lists/DE_ROOT_CA_CSCA07.cer");
    TrustStore dutch = list(DUTCH, "master-lists/NL_ROOT_CA.cer");
    assertEquals("588 0 0 PINNED 2026-05-28T06:28:45Z", account(german));
    assertEquals("411 0 0 PINNED 2026-07-23T09:35:43Z", account(dutch));
    Set<Bytes> both = new HashSet<>(ders(german));
    both.retainAll(ders(dutch));
    assertEquals(372, both.size());
    assertEquals(112, countries(german));
    assertEquals(129, countries(dutch));
    assertEquals(17, expired(german));
    assertEquals(8, expired(dutch));
  }

  @Test
  void aSecondListAddsItselfToTheSourcesOfWhatIsThere() throws Exception {
    TrustStore store =
        TrustStore.builder()
            .importedAt(TODAY)
            .pin(SharedData.bytes("master-lists/DE_ROOT_CA_CSCA07.cer"))
            .addMasterList(SharedData.bytes(GERMAN), "german")
            .addMasterList(SharedData.bytes(DUTCH), "dutch")
            .build();
    assertEquals(627, store.size());
    SourceRecord second = store.sources().get(1);
    assertEquals(39, second.loaded());
    assertEquals(372, second.duplicates());
    assertEquals(Pinning.UNPINNED, second.pinning());
    assertEquals(Optional.of(TODAY), second.imported());
    List<StoredCertificate> inBoth =
        store.anchors().stream().filter(each -> each.provenance().size() == 2).toList();
    assertEquals(372, inBoth.size());
    assertEquals(
        List.of(Pinning.PINNED, Pinning.UNPINNED),
        inBoth.get(0).provenance().stream().map(Provenance::pinning).toList());
  }

  @Tag("slow")
  @Test
  void selfSignaturesAndLinksOfTheListsAreAsCounted() throws Exception {
    assertEquals(
        List.of(375L, 504L), selfSigned(list(GERMAN, "master-lists/DE_ROOT_CA_CSCA07.cer")));
    assertEquals(List.of(411L, 411L), selfSigned(list(DUTCH, "master-lists/NL_ROOT_CA.cer")));
  }

  @Test
  void theDirectoryOfThePkdGivesItsSigners() throws Exception {
    Path ldif = SharedData.path("master-lists/icaopkd-003.ldif");
    TrustStore store = TrustStore.load(ldif);
    assertEquals(502, store.signers().size());
    assertEquals(0, store.size());
    SourceRecord record = store.sources().get(0);
    assertEquals(SourceRecord.Kind.LDIF, record.kind());
    assertEquals(502, record.loaded());
    assertEquals(List.of(), record.refused());
    LdifReader.Content content = LdifReader.read(Bytes.of(Files.readAllBytes(ldif)), "003");
    assertEquals(534, content.entries());
    assertEquals(
        Set.of("dsc"),
        content.values().stream().map(LdifReader.Value::kind).collect(Collectors.toSet()));
  }

  @Test
  void oneBadEntryOfADirectoryCostsNoOther() throws Exception {
    TestPki pki = TestPki.named("C=UT,CN=TEST A");
    String text =
        "version: 1\r\n# remark: with a colon\r\n\r\n"
            + entry("o=dsc", "userCertificate;binary", pki.signer().der())
            + entry("o=DSC", "USERCERTIFICATE;BINARY", Bytes.of((byte) 0x30, (byte) 3, (byte) 1))
            + "dn: cn=x,O=DSC,C=UT\r\nuserCertificate;binary:: *not base64*\r\n\r\n"
            + entry("o=csca", "cACertificate;binary", pki.csca())
            + entry("o=crl", "certificateRevocationList;binary", pki.crl(TODAY, TODAY));
    TrustStore store = TrustStore.load(write("pkd.ldif", text));
    assertEquals(1, store.size());
    assertEquals(1, store.signers().size());
    assertEquals(1, store.revocationLists().size());
    SourceRecord record = store.sources().get(0);
    assertEquals(3, record.loaded());
    assertEquals(
        List.of("entry 2 not-trust-material", "entry 3 unreadable"),
        record.refused().stream().map(each -> each.place() + " " + each.cause().id()).toList());
    assertEquals("pkd.ldif, entry 4", store.anchors().get(0).provenance().get(0).source());
  }

  @Test
  void aLinkIsNoAnchor() throws Exception {
    TestPki old = TestPki.named("C=UT,CN=TEST A");
    TestPki next = old.successor();
    TrustStore store =
        TrustStore.builder()
            .addCertificate(old.csca(), "old")
            .addCertificate(next.link(old).der(), "link")
            .build();
    assertEquals(1, store.size());
    assertEquals(1, store.links().size());
    SignerPath path =
        new PathVerifier(store, new SignatureAlgorithms(), AlgorithmTable.USUAL)
            .verify(next.signer());
    assertEquals(1, path.links().size());
  }

  @Test
  void whatIsRefusedOrDistrustedVouchesForNoList() throws Exception {
    Bytes root = SharedData.bytes("master-lists/NL_ROOT_CA.cer");
    TrustStore.Builder builder =
        TrustStore.builder()
            .addCertificate(root, "root")
            .addMasterList(SharedData.bytes(DUTCH), "dutch");
    assertEquals(Pinning.PINNED, builder.build().sources().get(1).pinning());
    builder.distrust(root.sha256());
    SourceRecord again = builder.build().sources().get(1);
    assertEquals(Pinning.UNPINNED, again.pinning());
    assertEquals(411, again.entries(), "a builder counts afresh");
  }

  @Test
  void aDamagedFileAmongOthersIsRefusedAndTheOthersAreTaken() throws Exception {
    Files.write(directory.resolve("a.cer"), TestPki.named("C=UT,CN=TEST A").csca().toByteArray());
    Files.write(directory.resolve("b.cer"), new byte[] {0x30, 0x01, 0x00});
    Files.writeString(directory.resolve("c.pem"), "-----BEGIN CERTIFICATE-----\nAA");
    TrustStore store = TrustStore.load(directory);
    assertEquals(1, store.size());
    assertEquals(
        List.of("a.cer 1 0", "b.cer 0 1", "c.pem 0 1"),
        store.sources().stream()
            .map(each -> each.name() + " " + each.loaded() + " " + each.refused().size())
            .toList());
    assertThrows(MalformedInputException.class, () -> TrustStore.load(directory.resolve("b.cer")));
  }

  @Test
  void whatIsDistrustedStandsInAFileOfHashes() throws Exception {
    Bytes hash = Bytes.of("x".getBytes(StandardCharsets.US_ASCII)).sha256();
    Path file = write("mine.distrusted", "# lost its key\n" + hash.toHex() + " # TEST\n\n");
    assertEquals(Set.of(hash), TrustStore.load(file).distrusted());
    assertEquals(1, TrustStore.load(file).sources().get(0).loaded());
    Path wrong = write("wrong.distrusted", "12\n");
    assertEquals(
        "line 1",
        assertThrows(MalformedInputException.class, () -> TrustStore.load(wrong)).place());
  }

  @Test
  void aListThatNobodySignedIsTakenOnlyWhereThatIsAllowed() throws Exception {
    Bytes content = CmsFile.of(SharedData.bytes(DUTCH)).content();
    Path file = Files.write(directory.resolve("bare.ml"), content.toByteArray());
    assertThrows(MalformedInputException.class, () -> TrustStore.load(file));
    TrustStore store = TrustStore.builder().allowUnsignedLists().add(file).build();
    assertEquals("411 0 0 UNPINNED none", account(store));
    assertTrue(store.remarks().stream().anyMatch(each -> each.id().equals("master-list-unpinned")));
  }

  private static TrustStore list(String list, String root) throws Exception {
    return TrustStore.builder()
        .pin(SharedData.bytes(root))
        .addMasterList(SharedData.bytes(list), "list")
        .build();
  }

  private static String account(TrustStore store) {
    SourceRecord record = store.sources().get(0);
    assertEquals(record.entries(), record.loaded() + record.duplicates() + record.refused().size());
    return record.loaded()
        + " "
        + record.duplicates()
        + " "
        + record.refused().size()
        + " "
        + record.pinning()
        + " "
        + record.signed().map(Instant::toString).orElse("none");
  }

  private static List<Bytes> ders(TrustStore store) {
    return certificates(store).map(CertificateView::der).toList();
  }

  private static Stream<CertificateView> certificates(TrustStore store) {
    return store.anchors().stream().map(StoredCertificate::certificate);
  }

  private static long countries(TrustStore store) {
    return certificates(store).flatMap(each -> each.country().stream()).distinct().count();
  }

  private static long expired(TrustStore store) {
    return certificates(store).filter(each -> TODAY.isAfter(each.notAfter())).count();
  }

  /** How many verify with their own key, and how many name themselves as issuer. */
  private static List<Long> selfSigned(TrustStore store) {
    long own =
        certificates(store)
            .filter(
                each ->
                    new SignatureTrials(new SignatureAlgorithms(), AlgorithmTable.USUAL)
                        .refusal(each.spki(), each)
                        .filter(why -> why != Reason.ALGORITHM_TOO_WEAK)
                        .isEmpty())
            .count();
    long named = certificates(store).filter(TrustLedgerTest::namesItself).count();
    return List.of(own, named);
  }

  // Byte for byte: some write one name in two ways.
  private static boolean namesItself(CertificateView view) {
    Certificate certificate = Certificate.getInstance(view.der().toByteArray());
    try {
      return Arrays.equals(
          certificate.getSubject().getEncoded(), certificate.getIssuer().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(String branch, String attribute, Bytes value) {
    String base64 = Base64.getEncoder().encodeToString(value.toByteArray());
    String folded = base64.replaceAll("(.{40})", "$1\r\n ");
    return "dn: cn=TEST,"
        + branch
        + ",c=UT\r\nobjectClass: top\r\n"
        + attribute
        + ":: "
        + folded
        + "\r\n\r\n";
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }
}
