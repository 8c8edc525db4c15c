package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.DeviationList.Description;
import io.cardproof.trust.DeviationList.Deviation;
import io.cardproof.trust.DeviationList.Period;
import io.cardproof.trust.DeviationList.SignerId;
import io.cardproof.value.Bytes;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustSnapshotTest {
  private static final Instant THEN = Instant.parse("2026-11-23T05:00:00.123456789Z");
  private static final int HEADER_BYTES = 40;
  private static final Bytes MAGIC = Bytes.ofHex("cf54525553540a01");

  private TrustContents everything;

  @BeforeAll
  void makeOneOfEverything() throws Exception {
    TestPki first = TestPki.named("C=UT,CN=A");
    TestPki second = TestPki.named("C=UT,CN=\u0110\u00e0 N\u1eb5ng");
    Provenance list =
        new Provenance(
            "list", Provenance.Pinning.PINNED, Optional.of(THEN), Optional.of(Instant.EPOCH));
    Provenance given = Provenance.given("file.cer");
    everything =
        new TrustContents(
            List.of(stored(second.csca(), list, given), stored(first.csca(), given)),
            List.of(stored(first.successor().csca(), list)),
            List.of(stored(second.signer().der(), given), stored(first.signer().der(), list)),
            List.of(
                RevocationList.of(
                    first.crl(THEN, THEN.plusSeconds(60), BigInteger.valueOf(-7)), "list.crl")),
            List.of(deviations(Optional.of("UT")), deviations(Optional.empty())),
            Set.of(Bytes.ofHex("02".repeat(32)), Bytes.ofHex("01".repeat(32))),
            List.of(source()),
            List.of(
                new Remark("one", "first"),
                new Remark("two", "\u1ea3 half of a character: \ud83d")));
  }

  @Test
  void everyPartOfAStoreComesBackInItsOrder() throws Exception {
    for (RecordComponent part : TrustContents.class.getRecordComponents()) {
      Collection<?> value = (Collection<?>) part.getAccessor().invoke(everything);
      assertFalse(value.isEmpty(), "nothing to come back of " + part.getName());
    }
    assertEquals(everything, TrustSnapshot.decode(TrustSnapshot.encode(everything), "snapshot"));
  }

  @Test
  void theSameContentsMakeTheSameBytes() throws Exception {
    Bytes once = TrustSnapshot.encode(everything);
    assertEquals(once, TrustSnapshot.encode(TrustSnapshot.decode(once, "snapshot")));
    Set<Bytes> otherOrder = new LinkedHashSet<>();
    everything.distrusted().stream()
        .sorted((a, b) -> b.toHex().compareTo(a.toHex()))
        .forEach(otherOrder::add);
    assertEquals(
        once,
        TrustSnapshot.encode(
            new TrustContents(
                everything.anchors(),
                everything.links(),
                everything.signers(),
                everything.revocationLists(),
                everything.deviationLists(),
                otherOrder,
                everything.sources(),
                everything.remarks())));
  }

  @Test
  void aCertificateOutOfASnapshotSaysAllThatItSaid() throws Exception {
    TrustContents again = TrustSnapshot.decode(TrustSnapshot.encode(everything), "snapshot");
    for (int i = 0; i < everything.signers().size(); i++) {
      CertificateView before = everything.signers().get(i).certificate();
      CertificateView after = again.signers().get(i).certificate();
      assertEquals(before.summary(), after.summary());
      assertEquals(before.subjectText(), after.subjectText());
      assertEquals(before.spki(), after.spki());
      assertEquals(before.keyUsage(), after.keyUsage());
      assertEquals(before.serialNumber(), after.serialNumber());
    }
  }

  @Test
  void aStoreIsSavedAndOpenedAndNamedByTheHashOfItsFile(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("trust.snapshot");
    TrustStore store = new TrustStore(everything);
    store.save(file);
    TrustStore again = TrustStore.load(file);
    assertEquals(everything, again.contents());
    assertEquals(Bytes.of(Files.readAllBytes(file)).sha256(), store.sha256());
    assertEquals(store.sha256(), again.sha256());
    try (var files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aSnapshotMergesWithOtherSources(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("trust.snapshot");
    new TrustStore(everything).save(file);
    Files.write(directory.resolve("other.cer"), TestPki.named("C=UT,CN=B").csca().toByteArray());
    assertEquals(everything.anchors().size() + 1, TrustStore.load(directory).size());
  }

  @Test
  void aCertificateForTestsIsRefusedOutOfASnapshotToo(@TempDir Path directory) throws Exception {
    Bytes csca =
        TestPki.named("C=UT,CN=A")
            .signer(
                new TestPki.Extra(
                    CertificateView.TEST.getId(), org.bouncycastle.asn1.DERNull.INSTANCE))
            .der();
    Path file = directory.resolve("trust.snapshot");
    new TrustStore(
            new TrustContents(
                List.of(stored(csca, Provenance.given("test"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of()))
        .save(file);
    TrustStore refused = TrustStore.load(file);
    assertEquals(0, refused.size());
    assertEquals("test-anchor-refused", refused.remarks().get(0).id());
    assertEquals(1, TrustStore.builder().allowTestAnchors().add(file).build().size());
  }

  @Test
  void everyChangedByteIsFound() {
    Bytes snapshot = TrustSnapshot.encode(everything);
    for (int at = 0; at < snapshot.length(); at += 1 + at / 50) {
      byte[] changed = snapshot.toByteArray();
      changed[at] ^= 1;
      assertThrows(
          MalformedInputException.class, () -> TrustSnapshot.decode(Bytes.of(changed), "changed"));
    }
  }

  @Test
  void hostileContentUnderARightHashIsMalformedOrAnotherStoreAndNothingElse() {
    byte[] body = TrustSnapshot.encode(everything).from(HEADER_BYTES).toByteArray();
    int refused = 0;
    for (int at = 0; at < body.length; at += 5) {
      byte old = body[at];
      body[at] = (byte) (at % 3 == 0 ? 0xFF : old ^ 1 << at % 8);
      refused += opens(Bytes.of(body)) ? 0 : 1;
      refused += opens(Bytes.of(body, 0, at)) ? 0 : 1;
      body[at] = old;
    }
    assertTrue(refused > body.length / 5, "every one that was cut off, at least");
  }

  @Test
  void aFileThatIsCutInItsHeaderIsNamed() {
    Bytes snapshot = TrustSnapshot.encode(everything);
    MalformedInputException e =
        assertThrows(
            MalformedInputException.class,
            () -> TrustSnapshot.decode(snapshot.slice(0, HEADER_BYTES - 1), "cut.snapshot"));
    assertEquals("cut.snapshot", e.source());
  }

  @Test
  void theGermanListKeepsEveryCertificateAndParsesNoneAtLoad() throws Exception {
    TrustStore store =
        TrustStore.builder()
            .addMasterList(
                SharedData.bytes("master-lists/DE_ML_2026-05-28-08-28-45.ml"), "German list")
            .build();
    TrustContents again = TrustSnapshot.decode(TrustSnapshot.encode(store.contents()), "snapshot");
    assertEquals(store.contents(), again);
    List<CertificateSummary> derived = new ArrayList<>();
    again
        .anchors()
        .forEach(each -> derived.add(CertificateView.of(each.certificate().der()).summary()));
    assertEquals(
        derived, again.anchors().stream().map(each -> each.certificate().summary()).toList());
  }

  private static boolean opens(Bytes body) {
    try {
      TrustSnapshot.decode(Bytes.concat(MAGIC, body.sha256(), body), "hostile");
      return true;
    } catch (MalformedInputException e) {
      return false;
    }
  }

  private static StoredCertificate stored(Bytes der, Provenance... provenance) {
    return new StoredCertificate(CertificateView.of(der), List.of(provenance));
  }

  private static DeviationList deviations(Optional<String> country) {
    List<Deviation> deviations = new ArrayList<>();
    for (SignerId signer :
        List.of(
            new SignerId.IssuerAndSerial("2.5.4.6=ut", BigInteger.valueOf(-1)),
            new SignerId.KeyId(Bytes.ofHex("0102")),
            new SignerId.Digest("2.16.840.1.101.3.4.2.1", Bytes.ofHex("03".repeat(32))))) {
      deviations.add(
          new Deviation(
              Optional.of("P"),
              Optional.of(signer),
              Optional.of(new Period(Instant.EPOCH, THEN)),
              List.of("C01", "C02"),
              List.of(
                  new Description("2.23.136.1.1.7.1", Optional.of("wrong")),
                  new Description("2.23.136.1.1.7.2", Optional.empty()))));
    }
    deviations.add(
        new Deviation(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()));
    return new DeviationList(
        "deviations", country, Provenance.Pinning.UNPINNED, Optional.of(THEN), deviations);
  }

  private static SourceRecord source() {
    return new SourceRecord(
        "list",
        SourceRecord.Kind.MASTER_LIST,
        Bytes.ofHex("04".repeat(32)),
        Provenance.Pinning.PINNED,
        Optional.of(THEN),
        Optional.empty(),
        3,
        2,
        List.of(new RefusedEntry("entry 6", RefusedEntry.Cause.UNREADABLE)));
  }
}
