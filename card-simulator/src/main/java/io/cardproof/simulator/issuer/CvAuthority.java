package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;

/**
 * The published TEST authority for Terminal Authentication: its keys come from a fixed seed, so
 * that a terminal's key from one day opens a card that another day issues. Anybody can make these
 * keys; they protect nothing.
 */
public final class CvAuthority {
  /** Published on purpose: whoever knows it has all keys. */
  private static final long SEED = 9303_3110;

  private static final EnumSet<TerminalRight> ALL = EnumSet.allOf(TerminalRight.class);

  private final CvParty authority;
  private final CvParty verifier;
  private final CvParty terminal;
  private final LocalDate chipDate;

  private CvAuthority(LocalDate today) {
    chipDate = today.minusMonths(1);
    LocalDate from = today.minusYears(1);
    authority =
        CvParty.authority(
            subject("UTTESTCVCA00001", TerminalRole.AUTHORITY, from, today.plusYears(3)),
            key("authority"));
    verifier =
        authority.certify(
            subject("UTTESTDV00001", TerminalRole.DOMESTIC_VERIFIER, chipDate, today.plusYears(2)),
            key("verifier"));
    terminal =
        verifier.certify(
            subject("UTTESTIS00001", TerminalRole.INSPECTION_SYSTEM, chipDate, today.plusYears(2)),
            key("terminal"));
  }

  /** The authority with certificates that hold on that day and two years from then. */
  public static CvAuthority test(LocalDate today) {
    return new CvAuthority(today);
  }

  /** What a chip trusts from its issue on. */
  public List<byte[]> trustPoints() {
    return List.of(authority.certificate());
  }

  /** The date that a chip knows when it is issued: one month ago. */
  public LocalDate chipDate() {
    return chipDate;
  }

  /** Certificates below the trust point: the verifier's, then the terminal's. */
  public List<byte[]> terminalCertificates() {
    return List.of(verifier.certificate(), terminal.certificate());
  }

  /** The terminal's key pair. */
  public CvKey terminalKey() {
    return terminal.key();
  }

  /** The authority itself, to certify others. */
  public CvParty authority() {
    return authority;
  }

  private static CvSubject subject(
      String reference, TerminalRole role, LocalDate effective, LocalDate expiration) {
    return new CvSubject(reference, role, ALL, effective, expiration);
  }

  private static CvKey key(String holder) {
    return CvKey.ec(
        TerminalAlgorithm.ECDSA_SHA256,
        TeleTrusTObjectIdentifiers.brainpoolP256r1,
        RandomSource.seeded(SEED).named("terminal-authentication-" + holder));
  }
}
