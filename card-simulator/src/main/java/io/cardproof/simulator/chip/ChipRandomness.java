package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/** What the chip draws by lot. Worked examples of a standard put their own values here. */
interface ChipRandomness {
  /** Challenges, nonces, keying material, filling. */
  byte[] bytes(int count);

  /** An ephemeral private key, from 1 to the order of the group less 1. */
  BigInteger privateKey(BigInteger order);

  static ChipRandomness from(SecureRandom random) {
    return new ChipRandomness() {
      @Override
      public byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
      }

      @Override
      public BigInteger privateKey(BigInteger order) {
        return BigIntegers.createRandomInRange(
            BigInteger.ONE, order.subtract(BigInteger.ONE), random);
      }
    };
  }
}
