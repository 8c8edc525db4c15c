package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import io.cardproof.simulator.issuer.CvKey;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.TerminalRealm;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;

/**
 * A certificate set of the test plan: an authority, a document verifier and an inspection system,
 * all with keys of one kind. The authority begins 15 days before the case is run and lasts a month.
 *
 * @param number the last digits of all names
 * @param algorithm how all of them sign
 * @param rights what the document verifier may pass on
 * @param verifierDays how long the verifier's certificate lasts
 * @param terminalDays how long the inspection system's certificate lasts
 * @param chipDays how much later than the authority's first day the chip's date is
 */
record CertificateSet(
    int number,
    TerminalAlgorithm algorithm,
    Set<TerminalRight> rights,
    int verifierDays,
    int terminalDays,
    int chipDays) {
  static final Set<TerminalRight> ALL = Set.copyOf(EnumSet.allOf(TerminalRight.class));

  /** Published on purpose: whoever knows it has all keys. */
  private static final long SEED = 3105_51;

  private static final int RSA_BITS = 1024;
  private static final int BEFORE = 15;
  private static final int MONTH = 30;
  private static final int SHORTER = 14;

  /** Set n of the plan. */
  static CertificateSet of(int number, TerminalAlgorithm algorithm) {
    return new CertificateSet(number, algorithm, ALL, MONTH, MONTH, 0);
  }

  /** Set 1, with which every usual chip of the plan goes. */
  static CertificateSet usual() {
    return of(1, TerminalAlgorithm.ECDSA_SHA256);
  }

  CertificateSet granting(Set<TerminalRight> less) {
    return new CertificateSet(number, algorithm, less, verifierDays, terminalDays, chipDays);
  }

  /** The chip's date is past the verifier's last day. */
  CertificateSet withExpiredVerifier() {
    return new CertificateSet(number, algorithm, rights, SHORTER, terminalDays, BEFORE);
  }

  /** The chip's date is past the inspection system's last day. */
  CertificateSet withExpiredTerminal() {
    return new CertificateSet(number, algorithm, rights, verifierDays, SHORTER, BEFORE);
  }

  /** Both ends, as they are on the day on which the case is run. */
  TerminalRealm realm(LocalDate today) {
    LocalDate first = today.minusDays(BEFORE);
    CvParty authority =
        CvParty.authority(
            new CvSubject(
                name("CVCA", number), TerminalRole.AUTHORITY, ALL, first, first.plusDays(MONTH)),
            key("CVCA"));
    return below(authority, first)
        .realm(List.of(authority.certificate()), first.plusDays(chipDays));
  }

  /** Verifier and inspection system under an authority. */
  Below below(CvParty authority, LocalDate first) {
    CvParty verifier =
        authority.certify(
            new CvSubject(
                name("DVDE", number),
                TerminalRole.DOMESTIC_VERIFIER,
                rights,
                first,
                first.plusDays(verifierDays)),
            key("DVDE"));
    CvParty terminal =
        verifier.certify(
            new CvSubject(
                name("ISDE", number),
                TerminalRole.INSPECTION_SYSTEM,
                ALL,
                first,
                first.plusDays(terminalDays)),
            key("ISDE"));
    return new Below(verifier, terminal);
  }

  /** The key of one of its holders. */
  CvKey key(String holder) {
    RandomSource random = RandomSource.seeded(SEED);
    return algorithm.scheme() == TerminalAlgorithm.Scheme.ECDSA
        ? CvKey.ec(
            algorithm,
            TeleTrusTObjectIdentifiers.brainpoolP256r1,
            random.named(name(holder, number)))
        : CvKey.rsa(algorithm, RSA_BITS, random.named(name(holder, number)));
  }

  static String name(String holder, int number) {
    return "DETEST%s%05d".formatted(holder, number);
  }

  /** Document verifier and inspection system. */
  record Below(CvParty verifier, CvParty terminal) {
    List<byte[]> certificates() {
      return List.of(verifier.certificate(), terminal.certificate());
    }

    TerminalRealm realm(List<byte[]> trustPoints, LocalDate chipDate) {
      return new TerminalRealm(trustPoints, chipDate, certificates(), terminal.key());
    }
  }
}
