package io.cardproof.simulator.chip;

import java.time.LocalDate;

/**
 * Somebody whose key the chip has come to trust.
 *
 * @param reference the holder's name, the authority reference of what it certifies
 * @param authorization role and rights as they stand in the certificate
 * @param expiration the last day of the certificate
 */
record CvHolder(String reference, CvPublicKey key, int authorization, LocalDate expiration) {
  private static final int ROLE = 0xC0;

  TerminalRole role() {
    return TerminalRole.of(authorization);
  }

  /** The same holder with no right that its issuer lacks; its role stays. */
  CvHolder within(CvHolder issuer) {
    int lent = authorization & (issuer.authorization | ROLE);
    return new CvHolder(reference, key, lent, expiration);
  }

  boolean isExpired(LocalDate currentDate) {
    return expiration.isBefore(currentDate);
  }
}
