package io.cardproof.simulator.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
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
  TRIPLE_DES(8, 16) {
    @Override
    BlockCipher engine() {
      return new DESedeEngine();
    }

    @Override
    Mac authenticator() {
      return new ISO9797Alg3Mac(new DESEngine());
    }

    @Override
    public byte[] macOfMessage(byte[] key, byte[] message) {
      return mac(key, Padding.add(message, blockSize()));
    }

    @Override
    public byte[] deriveKey(byte[] secret, int counter) {
      byte[] key = super.deriveKey(secret, counter);
      DESParameters.setOddParity(key);
      return key;
    }

    @Override
    public byte[] initialVector(byte[] encryptionKey, byte[] counter) {
      return new byte[blockSize()];
    }
  },

  /** AES with keys of 128 bits, CMAC. */
  AES_128(16, 16),

  /** AES with keys of 192 bits, CMAC. */
  AES_192(16, 24),

  /** AES with keys of 256 bits, CMAC. */
  AES_256(16, 32);

  /** Bytes of a MAC, whatever the cipher. */
  public static final int MAC_LENGTH = 8;

  private final int blockSize;
  private final int keyLength;

  CipherSuite(int blockSize, int keyLength) {
    this.blockSize = blockSize;
    this.keyLength = keyLength;
  }

  /** Bytes of a block, and of the send sequence counter. */
  public int blockSize() {
    return blockSize;
  }

  /** Bytes of a key. */
  public int keyLength() {
    return keyLength;
  }

  /** KDF(secret, counter) of ICAO 9303-11 §9.7.1: SHA-1, for keys above 128 bits SHA-256. */
  public byte[] deriveKey(byte[] secret, int counter) {
    Digest hash = keyLength > 16 ? new SHA256Digest() : new SHA1Digest();
    hash.update(secret, 0, secret.length);
    hash.update(new byte[] {0, 0, 0, (byte) counter}, 0, 4);
    byte[] digest = new byte[hash.getDigestSize()];
    hash.doFinal(digest, 0);
    return Arrays.copyOf(digest, keyLength);
  }

  /** The vector for secure messaging under a send sequence counter, §9.8.6.1 and §9.8.6.2. */
  public byte[] initialVector(byte[] encryptionKey, byte[] counter) {
    return encrypt(encryptionKey, new byte[blockSize], counter);
  }

  /** CBC over whole blocks. */
  public byte[] encrypt(byte[] key, byte[] iv, byte[] blocks) {
    return crypt(true, key, iv, blocks);
  }

  /** CBC over whole blocks. */
  public byte[] decrypt(byte[] key, byte[] iv, byte[] blocks) {
    return crypt(false, key, iv, blocks);
  }

  /** MAC of eight bytes. For triple DES the data must be padded by the caller. */
  public byte[] mac(byte[] key, byte[] data) {
    Mac mac = authenticator();
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] out = new byte[MAC_LENGTH];
    mac.doFinal(out, 0);
    return out;
  }

  /** MAC of eight bytes over a message of any length, which triple DES pads. */
  public byte[] macOfMessage(byte[] key, byte[] message) {
    return mac(key, message);
  }

  BlockCipher engine() {
    return AESEngine.newInstance();
  }

  Mac authenticator() {
    return new CMac(engine(), MAC_LENGTH * 8);
  }

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
