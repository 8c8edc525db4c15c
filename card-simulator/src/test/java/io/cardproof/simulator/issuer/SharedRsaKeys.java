package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** One RSA pair of each size for all algorithms of a matrix: making them is what takes time. */
public final class SharedRsaKeys {
  private final Map<Integer, KeyPair> pairs = new HashMap<>();

  /** The pair of that size. */
  public KeyPair pair(int bits) {
    return pairs.computeIfAbsent(bits, size -> ChipKeys.rsa(size, new SecureRandom()));
  }

  /** The pair of that size as a key of terminals. */
  public CvKey key(TerminalAlgorithm algorithm, int bits) {
    return new RsaCvKey(algorithm, pair(bits));
  }
}
