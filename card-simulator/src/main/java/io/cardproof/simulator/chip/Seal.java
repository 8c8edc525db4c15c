package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import java.math.BigInteger;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** Keys and counter of one protected answer. */
final class Seal {
  private final CipherSuite suite;
  private final byte[] encryptionKey;
  private final byte[] macKey;
  private final byte[] counter;

  Seal(CipherSuite suite, byte[] encryptionKey, byte[] macKey, byte[] counter) {
    this.suite = suite;
    this.encryptionKey = encryptionKey.clone();
    this.macKey = macKey.clone();
    this.counter = counter.clone();
  }

  /** The same keys under a counter that is off by that much. */
  Seal shifted(int by) {
    BigInteger all = BigInteger.ONE.shiftLeft(counter.length * Byte.SIZE);
    BigInteger value = new BigInteger(1, counter).add(BigInteger.valueOf(by)).mod(all);
    byte[] other = BigIntegers.asUnsignedByteArray(counter.length, value);
    return new Seal(suite, encryptionKey, macKey, other);
  }

  Seal withOtherEncryptionKey() {
    return new Seal(suite, Arrays.reverse(encryptionKey), macKey, counter);
  }

  Seal withOtherMacKey() {
    return new Seal(suite, encryptionKey, Arrays.reverse(macKey), counter);
  }

  /** Encrypts whole blocks. */
  byte[] encrypt(byte[] blocks) {
    byte[] iv = suite.initialVector(encryptionKey, counter);
    return suite.encrypt(encryptionKey, iv, blocks);
  }

  byte[] mac(byte[] content) {
    return suite.mac(macKey, Padding.add(Bytes.join(counter, content), suite.blockSize()));
  }

  byte[] padded(byte[] data) {
    return Padding.add(data, suite.blockSize());
  }
}
