package io.cardproof.simulator.chip;

import java.time.LocalDate;
import java.util.List;

/**
 * What Terminal Authentication starts from when the chip is issued.
 *
 * @param authorities whom the chip trusts, the current one first
 * @param currentDate the latest date that the chip knows to be past
 */
record TerminalTrust(List<CvHolder> authorities, LocalDate currentDate) {
  private static final int MOST = 2;

  /**
   * Reads certificates of the verifying authority.
   *
   * @throws IllegalArgumentException if there is none or more than two, or one is no such
   *     certificate
   */
  static TerminalTrust of(List<byte[]> trustPoints, LocalDate currentDate) {
    if (trustPoints.isEmpty() || trustPoints.size() > MOST) {
      throw new IllegalArgumentException("a chip has one or two trust points");
    }
    return new TerminalTrust(
        trustPoints.stream().map(TerminalTrust::authority).toList(), currentDate);
  }

  private static CvHolder authority(byte[] certificate) {
    try {
      CvHolder authority = CvCertificate.of(certificate).certified(null);
      if (authority.role() != TerminalRole.AUTHORITY) {
        throw new IllegalArgumentException("a trust point is the certificate of an authority");
      }
      return authority;
    } catch (Refusal malformed) {
      throw new IllegalArgumentException("no CV certificate that this chip can use", malformed);
    }
  }
}
