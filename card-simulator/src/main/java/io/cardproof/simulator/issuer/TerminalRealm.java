package io.cardproof.simulator.issuer;

import java.time.LocalDate;
import java.util.List;

/**
 * Both ends of Terminal Authentication: whom a chip trusts, and what a terminal has to show it.
 *
 * @param trustPoints certificates of the verifying authority, the current one first
 * @param chipDate the latest date that the chip knows to be past
 * @param certificates what the terminal has, in any order; none at all or too many, if a case wants
 *     it so
 * @param key the terminal's
 */
public record TerminalRealm(
    List<byte[]> trustPoints, LocalDate chipDate, List<byte[]> certificates, CvKey key) {
  /** Copies the lists. */
  public TerminalRealm {
    trustPoints = List.copyOf(trustPoints);
    certificates = List.copyOf(certificates);
  }

  /** The published TEST authority with certificates that hold on that day. */
  public static TerminalRealm test(LocalDate today) {
    CvAuthority authority = CvAuthority.test(today);
    return new TerminalRealm(
        authority.trustPoints(),
        authority.chipDate(),
        authority.terminalCertificates(),
        authority.terminalKey());
  }

  /** The same chip before a terminal that has these certificates. */
  public TerminalRealm withCertificates(List<byte[]> others) {
    return new TerminalRealm(trustPoints, chipDate, others, key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TerminalRealm[" + trustPoints.size() + " trust points]";
  }
}
