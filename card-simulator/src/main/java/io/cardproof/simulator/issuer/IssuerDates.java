package io.cardproof.simulator.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * The dates of an issuer, all derived from the moment it signs one document, so that each signer is
 * valid, and in its private key's usage period, when it signs.
 */
record IssuerDates(Instant signing) {
  private static final Duration SIGNER_IN_USE = Duration.ofDays(30);
  private static final Duration SIGNER_KEY_USAGE = Duration.ofDays(90);
  private static final Period CSCA_IN_USE = Period.ofYears(1);
  private static final Period CSCA_KEY_USAGE = Period.ofYears(5);
  private static final Period AFTER_LAST_SIGNER = Period.ofMonths(6);

  Instant signerFrom() {
    return signing.minus(SIGNER_IN_USE);
  }

  Instant signerKeyUntil() {
    return signerFrom().plus(SIGNER_KEY_USAGE);
  }

  Instant signerUntil(Period life) {
    return plus(signerFrom(), life);
  }

  Instant cscaFrom() {
    return signerFrom().atOffset(ZoneOffset.UTC).minus(CSCA_IN_USE).toInstant();
  }

  Instant cscaKeyUntil() {
    return plus(cscaFrom(), CSCA_KEY_USAGE);
  }

  Instant cscaUntil(Period signerLife) {
    return plus(plus(cscaKeyUntil(), signerLife), AFTER_LAST_SIGNER);
  }

  private static Instant plus(Instant start, Period period) {
    return start.atOffset(ZoneOffset.UTC).plus(period).toInstant();
  }
}
