package io.cardproof.simulator.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.DESParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * A block cipher with the key derivation and the MAC that belong to it, ICAO 9303-11 §9.7, §9.8.
 */
public enum CipherSuite {
  /** Two-key triple DES, retail MAC. */
  TRIPLE_DES(8) {
    @Override
    BlockCipher engine() {
      return new DESedeEngine();
    }

    @Override
    byte[] finish(byte[] digest) {
      byte[] key = Arrays.copyOf(digest, 16);
      DESParameters.setOddParity(key);
      return key;
    }

    @Override
    public byte[] initialVector(byte[] encryptionKey, byte[] counter) {
      return new byte[blockSize()];
    }

    @Override
    public byte[] mac(byte[] key, byte[] data) {
      ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine());
      mac.init(new KeyParameter(key));
      mac.update(data, 0, data.length);
      byte[] out = new byte[MAC_LENGTH];
      mac.doFinal(out, 0);
      return out;
    }
  },

  /** AES with keys of 128 bits, CMAC. */
  AES_128(16) {
    @Override
    BlockCipher engine() {
      return AESEngine.newInstance();
    }

    @Override
    byte[] finish(byte[] digest) {
      return Arrays.copyOf(digest, 16);
    }

    @Override
    public byte[] initialVector(byte[] encryptionKey, byte[] counter) {
      return encrypt(encryptionKey, new byte[blockSize()], counter);
    }

    @Override
    public byte[] mac(byte[] key, byte[] data) {
      CMac mac = new CMac(AESEngine.newInstance(), MAC_LENGTH * 8);
      mac.init(new KeyParameter(key));
      mac.update(data, 0, data.length);
      byte[] out = new byte[MAC_LENGTH];
      mac.doFinal(out, 0);
      return out;
    }
  };

  /** Bytes of a MAC, whatever the cipher. */
  public static final int MAC_LENGTH = 8;

  private final int blockSize;

  CipherSuite(int blockSize) {
    this.blockSize = blockSize;
  }

  /** Bytes of a block, and of the send sequence counter. */
  public int blockSize() {
    return blockSize;
  }

  /** KDF(secret, counter) of ICAO 9303-11 §9.7.1. */
  public byte[] deriveKey(byte[] secret, int counter) {
    Digest sha1 = new SHA1Digest();
    sha1.update(secret, 0, secret.length);
    sha1.update(new byte[] {0, 0, 0, (byte) counter}, 0, 4);
    byte[] digest = new byte[sha1.getDigestSize()];
    sha1.doFinal(digest, 0);
    return finish(digest);
  }

  /** The vector for secure messaging under a send sequence counter, §9.8.6.1 and §9.8.6.2. */
  public abstract byte[] initialVector(byte[] encryptionKey, byte[] counter);

  /** CBC over whole blocks. */
  public byte[] encrypt(byte[] key, byte[] iv, byte[] blocks) {
    return crypt(true, key, iv, blocks);
  }

  /** CBC over whole blocks. */
  public byte[] decrypt(byte[] key, byte[] iv, byte[] blocks) {
    return crypt(false, key, iv, blocks);
  }

  /** MAC of eight bytes. For triple DES the data must be padded by the caller. */
  public abstract byte[] mac(byte[] key, byte[] data);

  abstract BlockCipher engine();

  abstract byte[] finish(byte[] digest);

  private byte[] crypt(boolean encrypting, byte[] key, byte[] iv, byte[] blocks) {
    var cbc = CBCBlockCipher.newInstance(engine());
    cbc.init(encrypting, new ParametersWithIV(new KeyParameter(key), iv));
    byte[] out = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += blockSize) {
      cbc.processBlock(blocks, at, out, at);
    }
    return out;
  }
}
