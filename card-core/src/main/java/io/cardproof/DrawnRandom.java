package io.cardproof;

import java.security.SecureRandom;
import java.util.function.Consumer;

/** Randomness that all comes through one door. */
final class DrawnRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Consumer<byte[]> fill;

  DrawnRandom(Consumer<byte[]> fill) {
    super(null, null);
    this.fill = fill;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    fill.accept(bytes);
  }

  @Override
  public byte[] generateSeed(int count) {
    byte[] seed = new byte[count];
    fill.accept(seed);
    return seed;
  }

  @Override
  public String getAlgorithm() {
    return "trace";
  }
}
