package io.cardproof.trust;

import static io.cardproof.trust.SimulatedIssuer.RANDOM;
import static io.cardproof.trust.SimulatedIssuer.certificates;
import static io.cardproof.trust.SimulatedIssuer.country;
import static io.cardproof.trust.SimulatedIssuer.der;
import static io.cardproof.trust.SimulatedIssuer.outcome;
import static io.cardproof.trust.SimulatedIssuer.signer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.issuer.CertificateDefect;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.ListSigner.Naming;
import io.cardproof.simulator.issuer.MasterListContent;
import io.cardproof.simulator.issuer.PkdDirectory;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.trust.Provenance.Pinning;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Master lists and directories of the PKD that the simulator made, each as the field has them. */
class SimulatedListsTest {
  @TempDir private Path directory = Path.of("");

  private final CountrySigner first = country();
  private final CountrySigner second = first.successor("second", RANDOM);
  private final ListSigner listSigner = first.listSigner(ListSigner.Kind.MASTER_LIST, RANDOM);

  @ParameterizedTest
  @EnumSource
  void aMasterListIsPinnedHoweverItNamesItsSigner(Naming naming) throws Exception {
    TrustStore store = pinned(first, listSigner.masterList(both(), naming));
    assertEquals(2, store.size());
    assertEquals(Pinning.PINNED, store.sources().get(0).pinning());
    assertEquals(List.of(), store.remarks());
    assertEquals("accepted", outcome(store, signer(second)));
  }

  @Test
  void aLinkInTheListLeadsToThePinnedRoot() throws Exception {
    ListSigner later =
        second
            .listSigner(ListSigner.Kind.MASTER_LIST, RANDOM)
            .carrying(first.linkTo(second, RANDOM));
    TrustStore store = pinned(first, later.masterList(both(), Naming.KEY_ID));
    assertEquals(Pinning.PINNED, store.sources().get(0).pinning());
    TrustStore broken =
        pinned(
            first,
            second
                .listSigner(ListSigner.Kind.MASTER_LIST, RANDOM)
                .carrying(second.certificate())
                .masterList(both(), Naming.KEY_ID));
    assertEquals(Pinning.UNPINNED, broken.sources().get(0).pinning());
    assertEquals(
        List.of("master-list-unpinned"), broken.remarks().stream().map(Remark::id).toList());
  }

  @Test
  void anImpostorsListIsNotPinned() throws Exception {
    ListSigner impostor = first.impostor(RANDOM).listSigner(ListSigner.Kind.MASTER_LIST, RANDOM);
    TrustStore store = pinned(first, impostor.masterList(both(), Naming.KEY_ID));
    assertEquals(Pinning.UNPINNED, store.sources().get(0).pinning());
  }

  @Test
  void aListWithAnotherSignatureOrOfAnotherSignerIsRefused() {
    byte[] forged = listSigner.masterList(both(), Naming.KEY_ID);
    forged[forged.length - 1] ^= 1;
    assertThrows(MalformedInputException.class, () -> pinned(first, forged));
    byte[] deviations =
        first
            .listSigner(ListSigner.Kind.DEVIATION_LIST, RANDOM)
            .deviationList(List.of(), Naming.KEY_ID);
    assertThrows(MalformedInputException.class, () -> pinned(first, deviations));
  }

  @ParameterizedTest
  @ValueSource(strings = {"020105", "3003020105", "3005308200FF05", "30023005", "0500"})
  void oneBadEntryOfAListCostsNoOther(String bad) throws Exception {
    List<byte[]> entries = new ArrayList<>(both());
    entries.add(HexFormat.of().parseHex(bad));
    TrustStore store = pinned(first, listSigner.masterList(entries, Naming.KEY_ID));
    assertEquals(2, store.size());
    assertEquals(
        List.of(RefusedEntry.Cause.UNREADABLE),
        store.sources().get(0).refused().stream().map(RefusedEntry::cause).toList());
  }

  @Test
  void aCertificateThatIsCutInsideCostsNoOther() throws Exception {
    byte[] cut = der(country(Set.of(), RandomSource.seeded(8)).certificate());
    cut[6] = (byte) 0x7F;
    List<byte[]> entries = new ArrayList<>(both());
    entries.add(cut);
    TrustStore signed = pinned(first, listSigner.masterList(entries, Naming.KEY_ID));
    TrustStore bare =
        TrustStore.builder()
            .allowTestAnchors()
            .allowUnsignedLists()
            .add(write("bare.ml", MasterListContent.of(entries)))
            .build();
    for (TrustStore store : List.of(signed, bare)) {
      assertEquals(2, store.size());
      assertEquals(3, store.sources().get(0).entries());
    }
  }

  @Test
  void theSignerOfAListIsNoAnchorWhenItStandsInIt() throws Exception {
    byte[] list =
        listSigner.masterList(
            List.of(der(first.certificate()), der(listSigner.certificate())), Naming.KEY_ID);
    TrustStore store = pinned(first, list);
    assertEquals(1, store.size());
    assertEquals(
        List.of(RefusedEntry.Cause.SIGNS_NO_DOCUMENTS),
        store.sources().get(0).refused().stream().map(RefusedEntry::cause).toList());
  }

  @Test
  void aBareListIsTakenOnlyWhereThatIsAllowed() throws Exception {
    Path file = write("bare.ml", MasterListContent.of(both()));
    assertThrows(MalformedInputException.class, () -> load(file));
    TrustStore store =
        TrustStore.builder().allowTestAnchors().allowUnsignedLists().add(file).build();
    assertEquals(2, store.size());
    assertEquals(SourceRecord.Kind.UNSIGNED_MASTER_LIST, store.sources().get(0).kind());
    assertEquals(Pinning.UNPINNED, store.anchors().get(0).provenance().get(0).pinning());
  }

  @Test
  void masterListsOfADirectoryAreReadUnderBothNamesOfTheirAttribute() throws Exception {
    byte[] ldif =
        PkdDirectory.conforming()
            .masterList("UT", listSigner.masterList(both(), Naming.KEY_ID))
            .olderMasterList(
                "UT",
                listSigner.masterList(
                    certificates(Stream.of(first, second.successor("third", RANDOM))),
                    Naming.KEY_ID))
            .toLdif();
    TrustStore store = load(write("002.ldif", ldif));
    assertEquals(3, store.size());
    SourceRecord record = store.sources().get(0);
    assertEquals(3, record.loaded());
    assertEquals(1, record.duplicates());
    assertEquals(Pinning.UNPINNED, record.pinning());
    assertEquals("002.ldif, entry 2", store.anchors().get(0).provenance().get(0).source());
  }

  @Test
  void aRootThatIsGivenBesideADirectoryPinsItsLists() throws Exception {
    byte[] ldif =
        PkdDirectory.conforming()
            .masterList("UT", listSigner.masterList(both(), Naming.KEY_ID))
            .toLdif();
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .pin(Bytes.of(der(first.certificate())))
            .add(write("002.ldif", ldif))
            .build();
    assertEquals(Pinning.PINNED, store.sources().get(0).pinning());
  }

  @Test
  void signersAndRevocationListsOfADirectoryServeAPath() throws Exception {
    CertificateView revoked = signer(first);
    byte[] ldif =
        PkdDirectory.conforming()
            .signer("UT", SimulatedIssuer.certificate(revoked))
            .revocationList("UT", first.crl(SimulatedIssuer.NOW, List.of(revoked.serialNumber())))
            .damagedSigner("UT")
            .toLdif();
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .addCertificate(Bytes.of(der(first.certificate())), "root")
            .add(write("001.ldif", ldif))
            .build();
    assertEquals(1, store.signers().size());
    Revocation revocation =
        SimulatedIssuer.path(store, revoked).revocation().at(SimulatedIssuer.NOW);
    assertTrue(revocation instanceof Revocation.Revoked);
    assertEquals(
        List.of(new RefusedEntry("entry 4", RefusedEntry.Cause.NOT_TRUST_MATERIAL)),
        store.sources().get(1).refused());
  }

  @Test
  void aDirectoryNameInBase64TellsWhatItsCertificateIs() throws Exception {
    // Without key usage, only the directory says that this is a signer.
    CertificateView odd = signer(first, CertificateDefect.NO_KEY_USAGE);
    byte[] ldif =
        PkdDirectory.nonConforming()
            .signerNamedInBase64("UT", SimulatedIssuer.certificate(odd))
            .toLdif();
    TrustStore store = load(write("003.ldif", ldif));
    assertEquals(
        List.of(odd), store.signers().stream().map(StoredCertificate::certificate).toList());
    assertEquals(0, store.size() + store.links().size());
  }

  @Test
  void oneForgedListOfADirectoryCostsNoOther() throws Exception {
    byte[] good = listSigner.masterList(both(), Naming.KEY_ID);
    byte[] forged = Arrays.copyOf(good, good.length);
    forged[forged.length - 1] ^= 1;
    byte[] ldif =
        PkdDirectory.conforming().masterList("UT", forged).masterList("UT", good).toLdif();
    TrustStore store = load(write("002.ldif", ldif));
    assertEquals(2, store.size());
    assertEquals(
        List.of(new RefusedEntry("entry 2", RefusedEntry.Cause.LIST_NOT_GENUINE)),
        store.sources().get(0).refused());
  }

  private List<byte[]> both() {
    return certificates(Stream.of(first, second));
  }

  private static TrustStore pinned(CountrySigner root, byte[] list) throws MalformedInputException {
    return TrustStore.builder()
        .allowTestAnchors()
        .pin(Bytes.of(der(root.certificate())))
        .addMasterList(Bytes.of(list), "list")
        .build();
  }

  private static TrustStore load(Path file) throws MalformedInputException {
    return TrustStore.builder().allowTestAnchors().add(file).build();
  }

  private Path write(String name, byte[] content) throws Exception {
    return Files.write(directory.resolve(name), content);
  }
}
