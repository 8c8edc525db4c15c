package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.util.BigIntegers;

/** What the chip draws by lot. Worked examples of a standard put their own values here. */
interface ChipRandomness {
  /** Challenges, nonces, keying material, filling. */
  byte[] bytes(int count);

  /** An ephemeral private key, from 1 to the order of the curve less 1. */
  BigInteger privateKey(ECDomainParameters curve);

  static ChipRandomness from(SecureRandom random) {
    return new ChipRandomness() {
      @Override
      public byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
      }

      @Override
      public BigInteger privateKey(ECDomainParameters curve) {
        return BigIntegers.createRandomInRange(
            BigInteger.ONE, curve.getN().subtract(BigInteger.ONE), random);
      }
    };
  }
}
