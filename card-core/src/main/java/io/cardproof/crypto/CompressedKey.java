package io.cardproof.crypto;

import io.cardproof.value.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The short form of a public key that Terminal Authentication signs, TR-03110-3 §A.2.2.3. */
public final class CompressedKey {
  private CompressedKey() {}

  /**
   * Comp(key): the x-coordinate of a point, SHA-1 of a value of Diffie-Hellman.
   *
   * @param publicKey as it was exchanged: an uncompressed point, or the value at full length
   */
  public static Bytes of(AgreementGroup group, Bytes publicKey) {
    return group instanceof EcGroup
        ? publicKey.slice(1, 1 + (publicKey.length() - 1) / 2)
        : sha1(publicKey);
  }

  private static Bytes sha1(Bytes value) {
    try {
      return Bytes.of(MessageDigest.getInstance(Digests.SHA_1).digest(value.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
