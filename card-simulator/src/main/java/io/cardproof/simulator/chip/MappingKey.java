package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.util.function.UnaryOperator;

/**
 * The static key of Chip Authentication Mapping.
 *
 * @param number the private key
 * @param data what becomes of the data that prove it, padding included, before they are encrypted
 */
record MappingKey(BigInteger number, UnaryOperator<byte[]> data) {
  /** A key whose data go out as they are. */
  static MappingKey of(BigInteger number) {
    return new MappingKey(number, UnaryOperator.identity());
  }

  @Override
  public String toString() {
    return "MappingKey[redacted]";
  }
}
