package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import java.time.Instant;

/**
 * What is too weak to believe, judged for the time of signing: documents live ten years and more,
 * and an old signature stays as good as it was.
 */
public final class AlgorithmFloor {
  private static final Instant MODERN = Instant.parse("2020-01-01T00:00:00Z");
  private static final int RSA_BITS = 1024;
  private static final int MODERN_RSA_BITS = 2048;
  private static final int CURVE_BITS = 192;
  private static final int MODERN_CURVE_BITS = 224;

  private AlgorithmFloor() {}

  /**
   * Checks a signature that was made at {@code signedAt}.
   *
   * @throws PathException if its digest or its key was too weak then
   */
  public static void check(SignatureScheme scheme, VerificationKey key, Instant signedAt)
      throws PathException {
    boolean modern = !signedAt.isBefore(MODERN);
    try {
      int floor =
          key.elliptic()
              ? (modern ? MODERN_CURVE_BITS : CURVE_BITS)
              : (modern ? MODERN_RSA_BITS : RSA_BITS);
      // Moduli of 2047 bits exist where a prime's top bit was not set.
      if (key.bits() < floor - 1) {
        throw new PathException(Reason.ALGORITHM_TOO_WEAK);
      }
      checkName(scheme.digest(), signedAt);
    } catch (SignatureCheckException e) {
      throw new PathException(SignedContent.reason(e));
    }
  }

  /**
   * Checks the digest of a hash list that was signed at {@code signedAt}.
   *
   * @throws PathException if it was too weak then, or nobody knows it
   */
  public static void checkDigest(String oid, Instant signedAt) throws PathException {
    try {
      checkName(Digests.name(oid), signedAt);
    } catch (SignatureCheckException e) {
      throw new PathException(SignedContent.reason(e));
    }
  }

  private static void checkName(String digest, Instant signedAt) throws PathException {
    if (digest.equals("SHA-1") && !signedAt.isBefore(MODERN)) {
      throw new PathException(Reason.ALGORITHM_TOO_WEAK);
    }
  }
}
