package io.cardproof.trust;

import io.cardproof.simulator.issuer.CertificateDefect;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Certificate;

/** What the simulator's issuer makes, for the tests of this package. */
final class SimulatedIssuer {
  static final Instant SIGNING = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  static final RandomSource RANDOM = RandomSource.seeded(4);

  private static final SignatureAlgorithm QUICK =
      SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256);

  private SimulatedIssuer() {}

  static CountrySigner country() {
    return country(Set.of(), RANDOM);
  }

  static CountrySigner country(Set<CertificateDefect> defects, RandomSource random) {
    return CountrySigner.defective(profile(QUICK), SIGNING, defects, random);
  }

  /** A country whose CSCA signs in this way. */
  static CountrySigner country(SignatureAlgorithm way, Instant signing) {
    return CountrySigner.trusted(profile(way), signing, RANDOM);
  }

  private static IssuerProfile profile(SignatureAlgorithm csca) {
    return IssuerProfile.utopia(csca, QUICK, Hash.SHA_256, List.of("P"));
  }

  static CertificateView signer(CountrySigner country, CertificateDefect... defects) {
    return view(country.documentSigner("test", Set.of(defects), RANDOM).certificate());
  }

  /** A master list under a country of its own, and the root of that. */
  static SignedBy masterList(List<byte[]> entries) {
    CountrySigner publisher = country(Set.of(), RandomSource.seeded(99));
    return new SignedBy(
        publisher,
        Bytes.of(
            publisher
                .listSigner(ListSigner.Kind.MASTER_LIST, RANDOM)
                .masterList(entries, ListSigner.Naming.KEY_ID)));
  }

  /** A list and the country whose signer signed it. */
  record SignedBy(CountrySigner publisher, Bytes list) {
    TrustStore store() throws Exception {
      return TrustStore.builder()
          .allowTestAnchors()
          .pin(bytes(publisher.certificate()))
          .addMasterList(list, "list")
          .build();
    }
  }

  static List<byte[]> certificates(Stream<CountrySigner> countries) {
    return countries.map(CountrySigner::certificate).map(SimulatedIssuer::der).toList();
  }

  static SignerPath path(TrustStore store, CertificateView signer) throws PathException {
    return new PathVerifier(store).verify(signer);
  }

  /** The id of the reason, or "accepted". */
  static String outcome(TrustStore store, CertificateView signer) {
    try {
      path(store, signer);
      return "accepted";
    } catch (PathException e) {
      return e.reason().id();
    }
  }

  static CertificateView view(Certificate certificate) {
    return CertificateView.of(bytes(certificate));
  }

  static Bytes bytes(Certificate certificate) {
    return Bytes.of(der(certificate));
  }

  static Certificate certificate(CertificateView view) {
    return Certificate.getInstance(view.der().toByteArray());
  }

  static byte[] der(Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
