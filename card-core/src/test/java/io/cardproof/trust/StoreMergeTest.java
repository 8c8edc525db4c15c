package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.PkdDirectory;
import io.cardproof.trust.Provenance.Pinning;
import io.cardproof.trust.RefusedEntry.Cause;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are put together, taken apart and put together again. */
class StoreMergeTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
  private static final Bytes HASH = Bytes.of(new byte[] {1}).sha256();

  @TempDir private Path directory = Path.of("");

  private final TestPki pki;
  private final TestPki next;
  private final Bytes csca;
  private final Bytes link;
  private final Bytes signer;
  private final Bytes crl;

  StoreMergeTest() throws Exception {
    pki = TestPki.named("C=UT,CN=TEST A");
    next = pki.successor();
    csca = pki.csca();
    link = next.link(pki).der();
    signer = pki.signer().der();
    crl = pki.crl(FROM, TO);
  }

  @Test
  void whatAStoreHoldsIsHeldByTheOneItIsAddedTo() throws Exception {
    TrustStore whole = whole();
    TrustStore again = TrustStore.builder().add(whole).build();
    assertEquals(whole.anchors(), again.anchors());
    assertEquals(whole.links(), again.links());
    assertEquals(whole.signers(), again.signers());
    assertEquals(whole.revocationLists(), again.revocationLists());
    assertEquals(whole.distrusted(), again.distrusted());
    assertEquals(whole.sources(), again.sources());
    assertEquals(List.of(1, 1, 1, 1), counts(again));
    assertEquals(Set.of(HASH), again.distrusted());
  }

  @Test
  void theSameCertificateTwiceIsOne() throws Exception {
    TrustStore twice =
        TrustStore.builder().addCertificate(csca, "one").addCertificate(csca, "two").build();
    assertEquals(1, twice.size());
    assertEquals(List.of(0, 1), twice.sources().stream().map(SourceRecord::duplicates).toList());
  }

  @Test
  void theSameStoreTwiceIsOne() throws Exception {
    CountrySigner country = SimulatedIssuer.country();
    TrustStore deviations =
        TrustStore.builder()
            .allowTestAnchors()
            .addDeviationList(deviationList(country), "deviations")
            .build();
    assertEquals(List.of("deviation-list-unpinned"), ids(deviations));
    TrustStore twice =
        TrustStore.builder()
            .allowTestAnchors()
            .add(whole())
            .add(whole())
            .add(deviations)
            .add(deviations)
            .build();
    assertEquals(List.of(1, 1, 1, 1), counts(twice));
    assertEquals(1, twice.deviationLists().size());
    assertEquals(List.of("deviation-list-unpinned"), ids(twice));
  }

  @Test
  void theNewestWordOnASourceOfOneNameAndContentCounts() throws Exception {
    TrustStore old = TrustStore.builder().importedAt(FROM).addCertificate(csca, "a.cer").build();
    TrustStore store =
        TrustStore.builder().importedAt(TO).add(old).addCertificate(csca, "a.cer").build();
    assertEquals(1, store.sources().size());
    assertEquals(Optional.of(TO), store.sources().get(0).imported());
    assertEquals(1, store.sources().get(0).duplicates());
    assertEquals(
        List.of(new Provenance("a.cer", Pinning.GIVEN, Optional.empty(), Optional.of(TO))),
        store.anchors().get(0).provenance());
    TrustStore other =
        TrustStore.builder().importedAt(TO).add(old).addCertificate(csca, "b.cer").build();
    assertEquals(2, other.sources().size());
    assertEquals(2, other.anchors().get(0).provenance().size());
    TrustStore changed = TrustStore.builder().add(old).addCertificate(next.csca(), "a.cer").build();
    assertEquals(2, changed.sources().size(), "another content of the same name");
  }

  @Test
  void noMoreThan64SourcesOfOneCertificateAreKeptAndTheOldOnesStayCurrent() throws Exception {
    TrustStore.Builder builder = TrustStore.builder();
    for (int i = 1; i <= 65; i++) {
      builder.addCertificate(csca, "source " + i);
    }
    TrustStore store = builder.build();
    List<Provenance> provenance = store.anchors().get(0).provenance();
    assertEquals(64, provenance.size());
    assertEquals("source 64", provenance.get(63).source());
    TrustStore later =
        TrustStore.builder().importedAt(TO).add(store).addCertificate(csca, "source 3").build();
    assertEquals(Optional.of(TO), later.anchors().get(0).provenance().get(2).imported());
    assertEquals(64, later.anchors().get(0).provenance().size());
  }

  @Test
  void aSourceTakesWithItWhatItAloneBrought() throws Exception {
    TrustStore store = TrustStore.builder().add(whole()).addCertificate(csca, "again.cer").build();
    assertEquals(List.of(1, 1, 1, 1), counts(store.withoutSource("csca.cer")));
    assertEquals(
        List.of("again.cer"),
        store.withoutSource("csca.cer").anchors().get(0).provenance().stream()
            .map(Provenance::source)
            .toList());
    assertEquals(List.of(1, 0, 1, 1), counts(store.withoutSource("link.cer")));
    assertEquals(List.of(1, 1, 0, 1), counts(store.withoutSource("signer.cer")));
    assertEquals(List.of(1, 1, 1, 0), counts(store.withoutSource("a.crl")));
    assertEquals(List.of(1, 1, 1, 1), counts(store.withoutSource("link")));
    assertEquals(5, store.sources().size());
    assertEquals(4, store.withoutSource("link.cer").sources().size());
  }

  @Test
  void aFileStandsForTheObjectsInIt() throws Exception {
    CountrySigner country = SimulatedIssuer.country();
    SimulatedIssuer.SignedBy list =
        SimulatedIssuer.masterList(SimulatedIssuer.certificates(Stream.of(country)));
    TrustStore store = list.store();
    assertEquals(0, store.withoutSource("list").size());
    Path ldif =
        Files.write(
            directory.resolve("002.ldif"),
            PkdDirectory.conforming().masterList("UT", list.list().toByteArray()).toLdif());
    TrustStore ofDirectory = TrustStore.builder().allowTestAnchors().add(ldif).build();
    assertEquals("002.ldif, entry 2", ofDirectory.anchors().get(0).provenance().get(0).source());
    assertEquals(0, ofDirectory.withoutSource("002.ldif").size());
    assertEquals(1, ofDirectory.withoutSource("002").size());
    TrustStore deviations =
        TrustStore.builder().addDeviationList(deviationList(country), "deviations").build();
    assertEquals(0, deviations.withoutSource("deviations").deviationLists().size());
    assertEquals(1, deviations.withoutSource("list").deviationLists().size());
  }

  @Test
  void oneCertificateIsTakenOutByItsHash() throws Exception {
    TrustStore store = whole();
    assertEquals(List.of(0, 1, 1, 1), counts(store.withoutCertificate(csca.sha256())));
    assertEquals(List.of(1, 0, 1, 1), counts(store.withoutCertificate(link.sha256())));
    assertEquals(List.of(1, 1, 0, 1), counts(store.withoutCertificate(signer.sha256())));
    assertEquals(List.of(1, 1, 1, 1), counts(store.withoutCertificate(HASH)));
    assertEquals(Set.of(HASH), store.withoutCertificate(csca.sha256()).distrusted());
  }

  @Test
  void whatIsForTestsOnlyIsLeftOutAndSaid() throws Exception {
    CountrySigner country = SimulatedIssuer.country();
    Bytes forTests = SimulatedIssuer.bytes(country.certificate());
    TrustStore none = TrustStore.builder().addCertificate(forTests, "test").build();
    assertEquals(0, none.size());
    assertEquals(List.of(new RefusedEntry("", Cause.TEST_ONLY)), none.sources().get(0).refused());
    assertEquals(List.of("test-anchor-refused"), ids(none));
    assertTrue(none.remarks().get(0).detail().startsWith("nothing is trusted"));
    TrustStore mixed =
        TrustStore.builder().addCertificate(forTests, "test").addCertificate(csca, "csca").build();
    assertEquals(1, mixed.size());
    assertEquals("1 certificates for tests only were left out", mixed.remarks().get(0).detail());
    TrustStore allowed =
        TrustStore.builder().allowTestAnchors().addCertificate(forTests, "test").build();
    assertEquals(List.of(), ids(allowed));
    TrustStore merged = TrustStore.builder().add(allowed).addCertificate(csca, "csca").build();
    assertEquals(1, merged.size());
    assertEquals(List.of("test-anchor-refused"), ids(merged));
  }

  @Test
  void listsThatCannotBeReadAreRefusedByName() throws Exception {
    Bytes junk = Bytes.ofHex("3003020101");
    MalformedInputException revocation = refused(TrustStore.builder().addCrl(junk, "a.crl"));
    assertEquals("revocation list", revocation.place());
    MalformedInputException deviations =
        refused(TrustStore.builder().addDeviationList(junk, "a.dl"));
    assertEquals("is not SignedData", deviations.problem());
    MalformedInputException master = refused(TrustStore.builder().addMasterList(junk, "a.ml"));
    assertEquals("CMS", master.place());
    MalformedInputException certificate =
        refused(TrustStore.builder().addCertificate(junk, "a.cer"));
    assertEquals("certificate", certificate.place());
    assertThrows(MalformedInputException.class, () -> TrustStore.builder().pin(junk));
    assertThrows(IllegalArgumentException.class, () -> TrustStore.builder().distrust(junk));
  }

  @Test
  void aListOfAnotherKindIsRefusedByItsKind() throws Exception {
    CountrySigner country = SimulatedIssuer.country();
    MalformedInputException asMaster =
        refused(TrustStore.builder().addMasterList(deviationList(country), "list"));
    assertEquals("not a master list", asMaster.problem());
    Bytes master = SimulatedIssuer.masterList(List.of()).list();
    MalformedInputException asDeviations =
        refused(TrustStore.builder().addDeviationList(master, "list"));
    assertEquals("not a deviation list", asDeviations.problem());
  }

  @Test
  void aDeviationListSaysWhoSignedItWhenAndWhoVouches() throws Exception {
    CountrySigner country = SimulatedIssuer.country();
    Bytes list = deviationList(country);
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .addCertificate(SimulatedIssuer.bytes(country.certificate()), "root")
            .addDeviationList(list, "deviations")
            .build();
    DeviationList read = store.deviationLists().get(0);
    assertEquals(Pinning.PINNED, read.pinning());
    assertEquals(Optional.of("UT"), read.country());
    assertTrue(read.signed().isPresent());
    SourceRecord record = store.sources().get(1);
    assertEquals(Pinning.PINNED, record.pinning());
    assertEquals(read.signed(), record.signed());
    assertEquals(1, record.loaded());
    TrustStore twice =
        TrustStore.builder()
            .allowTestAnchors()
            .addDeviationList(list, "deviations")
            .addDeviationList(list, "deviations")
            .build();
    assertEquals(List.of(1), twice.sources().stream().map(SourceRecord::duplicates).toList());
  }

  private TrustStore whole() throws Exception {
    return TrustStore.builder()
        .addCertificate(csca, "csca.cer")
        .addCertificate(link, "link.cer")
        .addCertificate(signer, "signer.cer")
        .addCrl(crl, "a.crl")
        .distrust(HASH)
        .build();
  }

  private static Bytes deviationList(CountrySigner country) {
    return Bytes.of(
        country
            .listSigner(ListSigner.Kind.DEVIATION_LIST, SimulatedIssuer.RANDOM)
            .deviationList(List.of(), ListSigner.Naming.KEY_ID));
  }

  private static List<Integer> counts(TrustStore store) {
    return List.of(
        store.anchors().size(),
        store.links().size(),
        store.signers().size(),
        store.revocationLists().size());
  }

  private static List<String> ids(TrustStore store) {
    return store.remarks().stream().map(Remark::id).toList();
  }

  private static MalformedInputException refused(TrustStore.Builder builder) {
    return assertThrows(MalformedInputException.class, builder::build);
  }
}
