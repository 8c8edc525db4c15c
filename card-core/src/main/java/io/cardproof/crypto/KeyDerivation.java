package io.cardproof.crypto;

import io.cardproof.value.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The key derivation function, ICAO 9303-11 §9.7.1. */
public final class KeyDerivation {
  private static final int ENCRYPTION = 1;
  private static final int AUTHENTICATION = 2;
  private static final int PASSWORD = 3;

  private KeyDerivation() {}

  /** The key for encryption from a shared secret, {@code KDF_Enc}. */
  public static Secret encryptionKey(CipherSuite suite, Secret shared) {
    return derive(suite, shared, ENCRYPTION);
  }

  /** The key for authentication from a shared secret, {@code KDF_MAC}. */
  public static Secret authenticationKey(CipherSuite suite, Secret shared) {
    return derive(suite, shared, AUTHENTICATION);
  }

  /** The key that encrypts the nonce of PACE, {@code KDF_pi}, ICAO 9303-11 §9.7.3. */
  public static Secret passwordKey(CipherSuite suite, Secret password) {
    return derive(suite, password, PASSWORD);
  }

  /** SHA-1 of the MRZ information: what PACE takes as the MRZ password, ICAO 9303-11 §9.7.3. */
  public static Secret mrzPassword(Secret mrzInformation) {
    byte[] information = mrzInformation.reveal();
    try {
      return Secret.owning(sha1().digest(information));
    } finally {
      Arrays.fill(information, (byte) 0);
    }
  }

  /** The seed of the document basic access keys, ICAO 9303-11 §9.7.2. */
  public static Secret basicAccessSeed(Secret mrzInformation) {
    try (Secret hash = mrzPassword(mrzInformation)) {
      byte[] revealed = hash.reveal();
      Secret seed = Secret.owning(Arrays.copyOf(revealed, 16));
      Arrays.fill(revealed, (byte) 0);
      return seed;
    }
  }

  private static Secret derive(CipherSuite suite, Secret shared, int counter) {
    byte[] revealed = shared.reveal();
    MessageDigest digest = digest(suite);
    digest.update(revealed);
    byte[] hash = digest.digest(new byte[] {0, 0, 0, (byte) counter});
    byte[] key = Arrays.copyOf(hash, suite.keyBytes());
    Arrays.fill(revealed, (byte) 0);
    Arrays.fill(hash, (byte) 0);
    if (suite == CipherSuite.TRIPLE_DES) {
      adjustParity(key);
    }
    return Secret.owning(key);
  }

  // SHA-1 up to keys of 128 bits, SHA-256 above, ICAO 9303-11 §9.7.1.
  private static MessageDigest digest(CipherSuite suite) {
    return switch (suite) {
      case TRIPLE_DES, AES_128 -> sha1();
      case AES_192, AES_256 -> digest("SHA-256");
    };
  }

  private static void adjustParity(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      int upper = key[i] & 0xFE;
      key[i] = (byte) (upper | (Integer.bitCount(upper) % 2 == 0 ? 1 : 0));
    }
  }

  private static MessageDigest sha1() {
    return digest("SHA-1");
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
