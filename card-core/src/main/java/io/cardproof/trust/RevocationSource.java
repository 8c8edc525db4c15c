package io.cardproof.trust;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A revocation list, and how fresh it is.
 *
 * @param source the name of the file
 * @param thisUpdate when it was made
 * @param nextUpdate until when it is fresh, if it says so
 * @param number its number, if it has one, RFC 5280 §5.2.3
 */
public record RevocationSource(
    String source, Instant thisUpdate, Optional<Instant> nextUpdate, Optional<BigInteger> number) {
  /** The newest list last: numbers only grow, and where there is none the date decides. */
  static final Comparator<RevocationSource> BY_AGE =
      Comparator.<RevocationSource, BigInteger>comparing(
              list -> list.number().orElse(BigInteger.ZERO))
          .thenComparing(RevocationSource::thisUpdate);

  // ICAO 9303-12 §4.1.5: a state issues a list every 90 days at least.
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(90);

  /** Whether it says what is revoked at this instant. */
  public boolean freshAt(Instant now) {
    Instant end = nextUpdate.orElse(thisUpdate.plus(LONGEST_INTERVAL));
    return !now.isBefore(thisUpdate) && !now.isAfter(end);
  }
}
