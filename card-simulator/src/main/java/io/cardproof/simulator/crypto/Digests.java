package io.cardproof.simulator.crypto;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** Hash functions by the names that the settings of chips and issuers use. */
public final class Digests {
  private Digests() {}

  /**
   * A digest to fill.
   *
   * @throws IllegalArgumentException for a name that is none of SHA-1, SHA-224, SHA-256, SHA-384,
   *     SHA-512
   */
  public static Digest named(String name) {
    return switch (name) {
      case "SHA-1" -> new SHA1Digest();
      case "SHA-224" -> new SHA224Digest();
      case "SHA-256" -> SHA256Digest.newInstance();
      case "SHA-384" -> new SHA384Digest();
      case "SHA-512" -> new SHA512Digest();
      default -> throw new IllegalArgumentException("not a hash of this simulator: " + name);
    };
  }

  /** The hash of some bytes. */
  public static byte[] hash(String name, byte[] bytes) {
    Digest digest = named(name);
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
