package io.cardproof.crypto;

import io.cardproof.value.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Encryption and authentication of secure messaging under one pair of keys, ICAO 9303-11 §9.8.6.
 * Not for use by several threads.
 */
public final class ChannelCipher {
  /** The length of a MAC on the wire, in bytes. */
  public static final int MAC_BYTES = 8;

  private final CipherSuite suite;
  private final SessionKeys keys;

  /** Uses {@code keys}, which stay the caller's to close. */
  public ChannelCipher(SessionKeys keys) {
    this.suite = keys.suite();
    this.keys = keys;
  }

  /** The cryptogram of {@code data}, which is padded here, for the counter {@code ssc}. */
  public byte[] encrypt(byte[] ssc, byte[] data) {
    return cbc(true, initialVector(ssc), IsoPadding.pad(data, suite.blockBytes()));
  }

  /**
   * The padded data in {@code cryptogram}.
   *
   * @throws IllegalArgumentException if it is not a whole number of blocks
   */
  public byte[] decrypt(byte[] ssc, byte[] cryptogram) {
    if (cryptogram.length % suite.blockBytes() != 0) {
      throw new IllegalArgumentException("not a whole number of blocks");
    }
    return cbc(false, initialVector(ssc), cryptogram);
  }

  /** The MAC over {@code ssc} and {@code message}, which are padded here. */
  public byte[] mac(byte[] ssc, byte[] message) {
    byte[] input = Arrays.copyOf(ssc, ssc.length + message.length);
    System.arraycopy(message, 0, input, ssc.length, message.length);
    return mac(suite, keys.authentication(), IsoPadding.pad(input, suite.blockBytes()));
  }

  /**
   * The MAC of {@code suite} over {@code input} as it is: the retail MAC takes whole blocks, CMAC
   * any length.
   */
  public static byte[] mac(CipherSuite suite, Secret key, byte[] input) {
    Mac mac =
        switch (suite) {
          case TRIPLE_DES -> new ISO9797Alg3Mac(new DESEngine());
          case AES_128, AES_192, AES_256 -> new CMac(AESEngine.newInstance());
        };
    mac.init(parameter(key));
    mac.update(input, 0, input.length);
    byte[] full = new byte[mac.getMacSize()];
    mac.doFinal(full, 0);
    return Arrays.copyOf(full, MAC_BYTES);
  }

  /**
   * The MAC of {@code suite} over a message, which is padded where the suite wants whole blocks.
   */
  public static byte[] macOverMessage(CipherSuite suite, Secret key, byte[] message) {
    return mac(
        suite,
        key,
        suite == CipherSuite.TRIPLE_DES ? IsoPadding.pad(message, suite.blockBytes()) : message);
  }

  /** CBC over whole blocks with an initial vector of zeros, as PACE and BAC use it. */
  public static byte[] encryptBlocks(CipherSuite suite, Secret key, byte[] blocks) {
    return cbc(suite, key, true, new byte[suite.blockBytes()], blocks);
  }

  /** The inverse of {@link #encryptBlocks}. */
  public static byte[] decryptBlocks(CipherSuite suite, Secret key, byte[] blocks) {
    return cbc(suite, key, false, new byte[suite.blockBytes()], blocks);
  }

  private byte[] initialVector(byte[] ssc) {
    return suite == CipherSuite.TRIPLE_DES
        ? new byte[suite.blockBytes()]
        : encryptBlocks(suite, keys.encryption(), ssc);
  }

  private byte[] cbc(boolean encrypting, byte[] vector, byte[] blocks) {
    return cbc(suite, keys.encryption(), encrypting, vector, blocks);
  }

  private static byte[] cbc(
      CipherSuite suite, Secret key, boolean encrypting, byte[] vector, byte[] blocks) {
    BlockCipher cipher = CBCBlockCipher.newInstance(engine(suite));
    cipher.init(encrypting, new ParametersWithIV(parameter(key), vector));
    byte[] out = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += suite.blockBytes()) {
      cipher.processBlock(blocks, at, out, at);
    }
    return out;
  }

  private static BlockCipher engine(CipherSuite suite) {
    return switch (suite) {
      case TRIPLE_DES -> new DESedeEngine();
      case AES_128, AES_192, AES_256 -> AESEngine.newInstance();
    };
  }

  private static KeyParameter parameter(Secret key) {
    byte[] revealed = key.reveal();
    try {
      return new KeyParameter(revealed);
    } finally {
      Arrays.fill(revealed, (byte) 0);
    }
  }
}
