package io.cardproof.trust;

import static io.cardproof.trust.SimulatedIssuer.RANDOM;
import static io.cardproof.trust.SimulatedIssuer.SIGNING;
import static io.cardproof.trust.SimulatedIssuer.bytes;
import static io.cardproof.trust.SimulatedIssuer.certificates;
import static io.cardproof.trust.SimulatedIssuer.country;
import static io.cardproof.trust.SimulatedIssuer.der;
import static io.cardproof.trust.SimulatedIssuer.outcome;
import static io.cardproof.trust.SimulatedIssuer.path;
import static io.cardproof.trust.SimulatedIssuer.signer;
import static io.cardproof.trust.SimulatedIssuer.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.issuer.CertificateDefect;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PkdDirectory;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every defect of real certificates, in anchors, in links and in document signers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefectiveCertificatesTest {
  private static final String NO_SIGNER = "signer-not-a-document-signer";
  private static final String UNSUITABLE = "csca-link-unsuitable";

  // What is not here changes nothing: the list vouches for its entries as they are.
  private static final Map<CertificateDefect, String> SIGNERS_REFUSED =
      Map.of(
          CertificateDefect.AUTHORITY, NO_SIGNER,
          CertificateDefect.NO_PATH_LENGTH, NO_SIGNER,
          CertificateDefect.PATH_LENGTH_ONE, NO_SIGNER,
          CertificateDefect.PATH_LENGTH_TWO, NO_SIGNER,
          CertificateDefect.NO_CERTIFICATE_SIGNING, NO_SIGNER,
          CertificateDefect.DATA_SIGNING, NO_SIGNER,
          CertificateDefect.EXTENDED_KEY_USAGE, NO_SIGNER,
          CertificateDefect.UNKNOWN_CRITICAL_EXTENSION, "critical-extension-unknown",
          CertificateDefect.FORGED_SIGNATURE, "signer-signature-invalid");
  private static final Map<CertificateDefect, String> LINKS_REFUSED =
      Map.of(
          CertificateDefect.NO_BASIC_CONSTRAINTS, UNSUITABLE,
          CertificateDefect.NO_AUTHORITY, UNSUITABLE,
          CertificateDefect.NO_CERTIFICATE_SIGNING, UNSUITABLE,
          CertificateDefect.UNKNOWN_CRITICAL_EXTENSION, UNSUITABLE,
          CertificateDefect.FORGED_SIGNATURE, "csca-link-broken");

  @TempDir private Path directory = Path.of("");
  private final Map<CertificateDefect, CountrySigner> countries = countries();
  private final TrustStore listed = listed();

  private static Map<CertificateDefect, CountrySigner> countries() {
    Map<CertificateDefect, CountrySigner> all = new EnumMap<>(CertificateDefect.class);
    for (CertificateDefect defect : CertificateDefect.values()) {
      all.put(defect, country(Set.of(defect), RandomSource.seeded(all.size())));
    }
    return all;
  }

  private TrustStore listed() {
    try {
      return SimulatedIssuer.masterList(certificates(countries.values().stream())).store();
    } catch (Exception e) {
      throw new IllegalStateException("the list loads", e);
    }
  }

  @Test
  void everyEntryOfTheListIsLoaded() {
    assertEquals(countries.size(), listed.size());
    SourceRecord record = listed.sources().get(0);
    assertEquals(countries.size(), record.loaded());
    assertEquals(List.of(), record.refused());
    assertEquals(Provenance.Pinning.PINNED, record.pinning());
  }

  @ParameterizedTest
  @EnumSource
  void anAnchorOfTheListCertifiesWhateverItsDefect(CertificateDefect defect) throws Exception {
    CountrySigner country = countries.getOrDefault(defect, country());
    SignerPath path = path(listed, signer(country));
    assertEquals(bytes(country.certificate()), path.anchor().certificate().der());
  }

  @ParameterizedTest
  @EnumSource
  void aSignerIsRefusedOnlyForWhatMatters(CertificateDefect defect) throws Exception {
    TrustStore store = given(country());
    assertEquals(
        SIGNERS_REFUSED.getOrDefault(defect, "accepted"),
        outcome(store, signer(country(), defect)));
  }

  @ParameterizedTest
  @EnumSource
  void aLinkIsRefusedOnlyForWhatMatters(CertificateDefect defect) throws Exception {
    CountrySigner next = country(Set.of(defect), RandomSource.seeded(7));
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .addCertificate(bytes(country().certificate()), "root")
            .addCertificate(bytes(country().linkTo(next, RANDOM)), "link")
            .build();
    assertEquals(
        LINKS_REFUSED.getOrDefault(defect, "accepted"), outcome(store, signer(next)), "link");
  }

  @Test
  void theDirectoryOfSignersAccountsForEachOfThem() throws Exception {
    PkdDirectory nonConforming = PkdDirectory.nonConforming();
    Set<Bytes> different = new HashSet<>();
    for (CertificateDefect defect : CertificateDefect.values()) {
      Certificate signer = country().documentSigner("test", Set.of(defect), RANDOM).certificate();
      nonConforming.signer("UT", signer, "CDP.14", "DTL.14");
      different.add(bytes(signer));
    }
    Path file = Files.write(directory.resolve("003.ldif"), nonConforming.toLdif());
    TrustStore store = TrustStore.builder().allowTestAnchors().add(file).build();
    assertEquals(different.size(), store.signers().size());
    assertEquals(0, store.size(), "nobody trusts a directory's signers as anchors");
    SourceRecord record = store.sources().get(0);
    assertEquals(SourceRecord.Kind.LDIF, record.kind());
    assertEquals(different.size(), record.loaded());
    assertEquals(CertificateDefect.values().length, record.entries());
    assertEquals(List.of(), record.refused());
  }

  @Tag("slow")
  @Test
  void keysOfAllKindsVerify() throws Exception {
    for (SignatureAlgorithm way :
        List.of(
            explicit(StandardGroup.SECP256R1, Hash.SHA_256),
            explicit(StandardGroup.SECP521R1, Hash.SHA_512),
            explicit(StandardGroup.BRAINPOOL_P256R1, Hash.SHA_224),
            explicit(StandardGroup.BRAINPOOL_P512R1, Hash.SHA_512),
            SignatureAlgorithm.rsaPss(2048, Hash.SHA_256, 20),
            SignatureAlgorithm.rsaPkcs1(2048, Hash.SHA_512, BigInteger.valueOf(3)),
            SignatureAlgorithm.rsaPkcs1(2048, Hash.SHA_256, BigInteger.valueOf(38129)))) {
      CountrySigner country = country(way, SIGNING);
      assertEquals("accepted", outcome(given(country), signer(country)));
    }
  }

  @Test
  void sha1CountsForTheTimeInWhichItDid() throws Exception {
    SignatureAlgorithm old = SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_1);
    CountrySigner then = country(old, Instant.parse("2012-06-01T00:00:00Z"));
    assertEquals("accepted", outcome(given(then), signer(then)));
    CountrySigner late = country(old, SIGNING);
    assertEquals("algorithm-too-weak", outcome(given(late), signer(late)));
  }

  @Test
  void oneNameAndOneKeyIdentifierOfTwoKeysLeadToTheRightOne() throws Exception {
    CountrySigner twin = country().impostor(RANDOM);
    CountrySigner namesake = country().sameNumber("namesake", RANDOM);
    TrustStore store = given(country(), twin, namesake);
    assertEquals(3, store.size());
    for (CountrySigner country : List.of(country(), twin, namesake)) {
      assertEquals(
          bytes(country.certificate()), path(store, signer(country)).anchor().certificate().der());
    }
  }

  @Test
  void aCurveBallAmongTheAnchorsCertifiesNobodyAndHarmsNobody() throws Exception {
    CountrySigner forged = country().curveBall(RANDOM);
    TrustStore store = given(country(), forged);
    assertEquals("accepted", outcome(store, signer(country())));
    assertEquals("curve-parameters-forged", outcome(given(forged), signer(forged)));
  }

  @Test
  void linksLeadForwardsBackwardsAndOverANewName() throws Exception {
    CountrySigner first = country();
    CountrySigner second = first.successor("second", RANDOM);
    CountrySigner renamed = second.renamed("C=UT,O=Cardproof TEST,CN=CSCA New", "third", RANDOM);
    List<byte[]> links =
        Stream.of(
                first.linkTo(second, RANDOM),
                second.linkTo(first, RANDOM),
                second.linkTo(renamed, RANDOM))
            .map(SimulatedIssuer::der)
            .toList();
    TrustStore newWithOld = linked(first, links);
    assertEquals(1, path(newWithOld, signer(second)).links().size());
    assertEquals(2, path(newWithOld, signer(renamed)).links().size());
    TrustStore oldWithNew = linked(second, links);
    assertEquals(1, path(oldWithNew, signer(first)).links().size());
    assertEquals(1, path(oldWithNew, signer(renamed)).links().size());
    assertTrue(view(second.linkTo(renamed, RANDOM)).changesName());
  }

  @Test
  void linksAndAuthoritiesOfADirectoryAreSortedByWhatTheyAre() throws Exception {
    CountrySigner second = country().successor("second", RANDOM);
    byte[] ldif =
        PkdDirectory.conforming()
            .authority("UT", country().certificate())
            .authority("UT", country().linkTo(second, RANDOM))
            .toLdif();
    Path file = Files.write(directory.resolve("csca.ldif"), ldif);
    TrustStore store = TrustStore.builder().allowTestAnchors().add(file).build();
    assertEquals(1, store.size());
    assertEquals(1, store.links().size());
    assertEquals("accepted", outcome(store, signer(second)));
  }

  @Test
  void whatIsForTestsIsLeftOutUnlessAllowed() throws Exception {
    TrustStore store =
        TrustStore.builder()
            .addMasterList(
                SimulatedIssuer.masterList(certificates(Stream.of(country()))).list(), "list")
            .build();
    assertEquals(0, store.size());
    assertEquals(
        List.of(new RefusedEntry("entry 1", RefusedEntry.Cause.TEST_ONLY)),
        store.sources().get(0).refused());
  }

  private static SignatureAlgorithm explicit(StandardGroup curve, Hash hash) {
    return SignatureAlgorithm.ecdsa(curve, hash, KeyForm.EXPLICIT);
  }

  private static TrustStore linked(CountrySigner root, List<byte[]> links) throws Exception {
    TrustStore.Builder builder =
        TrustStore.builder().allowTestAnchors().addCertificate(bytes(root.certificate()), "root");
    links.forEach(link -> builder.addCertificate(Bytes.of(link), "link"));
    return builder.build();
  }

  private static TrustStore given(CountrySigner... countries) throws Exception {
    TrustStore.Builder builder = TrustStore.builder().allowTestAnchors();
    for (CountrySigner country : countries) {
      builder.addCertificate(Bytes.of(der(country.certificate())), "given");
    }
    return builder.build();
  }
}
