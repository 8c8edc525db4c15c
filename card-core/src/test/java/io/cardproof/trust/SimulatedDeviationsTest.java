package io.cardproof.trust;

import static io.cardproof.trust.SimulatedIssuer.RANDOM;
import static io.cardproof.trust.SimulatedIssuer.SIGNING;
import static io.cardproof.trust.SimulatedIssuer.bytes;
import static io.cardproof.trust.SimulatedIssuer.country;
import static io.cardproof.trust.SimulatedIssuer.der;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.Deviation;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.ListSigner.Naming;
import io.cardproof.simulator.issuer.PkdDirectory;
import io.cardproof.trust.DeviationList.SignerId;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deviation lists on their whole road: made, signed, loaded, and looked at. */
class SimulatedDeviationsTest {
  private static final String BAD_DATE = "2.23.136.1.1.7.1.2";
  private static final String BAD_KEY = "2.23.136.1.1.7.1.1.1";
  private static final Instant LATER = SIGNING.plus(Duration.ofDays(30));

  @TempDir private Path directory = Path.of("");

  private final CountrySigner country = country();
  private final ListSigner listSigner = country.listSigner(ListSigner.Kind.DEVIATION_LIST, RANDOM);
  private final Certificate signer = country.documentSigner("test", Set.of(), RANDOM).certificate();

  @Test
  void everyWayOfNamingDocumentsComesThrough() throws Exception {
    CertificateView view = SimulatedIssuer.view(signer);
    byte[] keyId = view.subjectKeyId().orElseThrow().toByteArray();
    byte[] list =
        listSigner.deviationList(
            List.of(
                Deviation.of(BAD_DATE, "The date of issue is wrong.").documentType("P<"),
                Deviation.of(BAD_KEY)
                    .signer(signer.getIssuer(), signer.getSerialNumber().getValue()),
                Deviation.of(BAD_KEY).signerKeyId(keyId),
                Deviation.of(BAD_KEY).signerDigest(signer),
                Deviation.of(BAD_KEY).issued(SIGNING, LATER),
                Deviation.of(BAD_KEY)
                    .and(BAD_DATE, "And the date.")
                    .documentNumbers(List.of("TEST00001", "TEST00002"))),
            Naming.KEY_ID);
    DeviationList read = load(list).deviationLists().get(0);
    assertEquals(Provenance.Pinning.PINNED, read.pinning());
    assertEquals(Optional.of("UT"), read.country());
    assertEquals(Optional.of(SIGNING), read.signed());
    assertEquals(6, read.deviations().size());
    assertEquals(
        Set.of(
            new SignerId.IssuerAndSerial(view.issuer(), view.serialNumber()),
            new SignerId.KeyId(Bytes.of(keyId)),
            new SignerId.Digest("2.16.840.1.101.3.4.2.1", bytes(signer).sha256())),
        found(read, DeviationList.Deviation::signer));
    assertEquals(Set.of("P<"), found(read, DeviationList.Deviation::documentType));
    assertEquals(
        Set.of(new DeviationList.Period(SIGNING, LATER)),
        found(read, DeviationList.Deviation::issued));
    assertEquals(
        Set.of(List.of(), List.of("TEST00001", "TEST00002")),
        read.deviations().stream()
            .map(DeviationList.Deviation::documentNumbers)
            .collect(Collectors.toSet()));
    assertEquals(
        Set.of(
            new DeviationList.Description(BAD_DATE, Optional.of("The date of issue is wrong.")),
            new DeviationList.Description(BAD_DATE, Optional.of("And the date.")),
            new DeviationList.Description(BAD_KEY, Optional.empty())),
        read.deviations().stream()
            .flatMap(each -> each.descriptions().stream())
            .collect(Collectors.toSet()));
  }

  @Test
  void aDirectoryAndASnapshotKeepTheList() throws Exception {
    byte[] list = listSigner.deviationList(List.of(Deviation.of(BAD_KEY)), Naming.KEY_ID);
    byte[] ldif = PkdDirectory.conforming().deviationList("UT", list).toLdif();
    Path file = Files.write(directory.resolve("dl.ldif"), ldif);
    TrustStore store = TrustStore.builder().pin(bytes(country.certificate())).add(file).build();
    assertEquals(1, store.deviationLists().size());
    assertEquals(1, store.sources().get(0).loaded());
    Path saved = directory.resolve("store.snapshot");
    store.save(saved);
    assertEquals(store.deviationLists(), TrustStore.load(saved).deviationLists());
  }

  @Test
  void aForgedListAndOneOfAnotherSignerAreRefused() {
    byte[] forged = listSigner.deviationList(List.of(), Naming.ISSUER_AND_SERIAL);
    forged[forged.length - 1] ^= 1;
    assertThrows(MalformedInputException.class, () -> load(forged));
    byte[] master =
        country
            .listSigner(ListSigner.Kind.MASTER_LIST, RANDOM)
            .masterList(List.of(der(signer)), Naming.KEY_ID);
    assertThrows(MalformedInputException.class, () -> load(master));
    assertThrows(
        IllegalStateException.class, () -> listSigner.masterList(List.of(), Naming.KEY_ID));
  }

  private TrustStore load(byte[] list) throws MalformedInputException {
    return TrustStore.builder()
        .pin(bytes(country.certificate()))
        .addDeviationList(Bytes.of(list), "deviations")
        .build();
  }

  private static <T> Set<T> found(
      DeviationList list, Function<DeviationList.Deviation, Optional<T>> part) {
    return list.deviations().stream()
        .flatMap(each -> part.apply(each).stream())
        .collect(Collectors.toSet());
  }
}
