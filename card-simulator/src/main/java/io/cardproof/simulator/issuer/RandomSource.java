package io.cardproof.simulator.issuer;

import java.security.SecureRandom;

/**
 * Randomness by purpose. A seeded source gives each purpose a stream of its own, so that leaving
 * out one key, or adding a fault, does not shift the bytes of every other.
 */
@FunctionalInterface
public interface RandomSource {

  /** A generator for one purpose; in a seeded source equal names give equal streams. */
  SecureRandom named(String purpose);

  /** Fresh randomness for every purpose, from {@code random}. */
  static RandomSource of(SecureRandom random) {
    return purpose -> random;
  }

  /** Reproducible randomness: equal seeds give equal bytes. Good for tests, for nothing else. */
  static RandomSource seeded(long seed) {
    return purpose -> SeededRandom.create(seed, purpose);
  }
}
