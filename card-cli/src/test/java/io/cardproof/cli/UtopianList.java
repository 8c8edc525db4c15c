package io.cardproof.cli;

import io.cardproof.simulator.issuer.CertificateDefect;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Master lists that Utopia signed. */
final class UtopianList {
  private static final SignatureAlgorithm QUICK =
      SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256);
  private static final IssuerProfile UTOPIA =
      IssuerProfile.utopia(QUICK, QUICK, Hash.SHA_256, List.of("P"));

  private UtopianList() {}

  /** A list of Utopia's own authority. */
  static byte[] signed(Instant signing) {
    CountrySigner country = country(signing, Set.of());
    return list(country, Stream.of(country));
  }

  /** A list of authorities, each with one of the defects that real ones have. */
  static byte[] ofDefects(Instant signing) {
    return list(
        country(signing, Set.of()),
        Stream.of(CertificateDefect.values()).map(defect -> country(signing, Set.of(defect))));
  }

  private static CountrySigner country(Instant signing, Set<CertificateDefect> defects) {
    return CountrySigner.defective(UTOPIA, signing, defects, random(defects));
  }

  // Each with a key of its own.
  private static RandomSource random(Set<CertificateDefect> defects) {
    return RandomSource.seeded(defects.stream().mapToInt(Enum::ordinal).sum());
  }

  private static byte[] list(CountrySigner publisher, Stream<CountrySigner> entries) {
    return publisher
        .listSigner(ListSigner.Kind.MASTER_LIST, random(Set.of()))
        .masterList(entries.map(UtopianList::encoded).toList(), ListSigner.Naming.KEY_ID);
  }

  private static byte[] encoded(CountrySigner country) {
    try {
      return country.certificate().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
