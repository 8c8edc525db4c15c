package io.cardproof.simulator.chip;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The hash functions of a chip by the names that its settings use. */
final class Digests {
  private Digests() {}

  /**
   * A digest to fill.
   *
   * @throws IllegalArgumentException for a name that is none of SHA-1, SHA-224, SHA-256, SHA-384,
   *     SHA-512
   */
  static Digest named(String name) {
    return switch (name) {
      case "SHA-1" -> new SHA1Digest();
      case "SHA-224" -> new SHA224Digest();
      case "SHA-256" -> SHA256Digest.newInstance();
      case "SHA-384" -> new SHA384Digest();
      case "SHA-512" -> new SHA512Digest();
      default -> throw new IllegalArgumentException("the chip does not know the hash " + name);
    };
  }

  /** The hash of some bytes. */
  static byte[] hash(String name, byte[] bytes) {
    Digest digest = named(name);
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
