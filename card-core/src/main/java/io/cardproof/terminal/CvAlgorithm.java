package io.cardproof.terminal;

import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.SignatureScheme.Family;
import java.util.Arrays;
import java.util.Optional;

/** How a key of Terminal Authentication signs, TR-03110-3 §A.7.3. */
public enum CvAlgorithm {
  /** id-TA-RSA-v1-5-SHA-1. */
  RSA_V1_5_SHA_1("1.1", Family.RSA, "SHA-1", 20),
  /** id-TA-RSA-v1-5-SHA-256. */
  RSA_V1_5_SHA_256("1.2", Family.RSA, "SHA-256", 32),
  /** id-TA-RSA-PSS-SHA-1. */
  RSA_PSS_SHA_1("1.3", Family.RSA_PSS, "SHA-1", 20),
  /** id-TA-RSA-PSS-SHA-256. */
  RSA_PSS_SHA_256("1.4", Family.RSA_PSS, "SHA-256", 32),
  /** id-TA-RSA-v1-5-SHA-512. */
  RSA_V1_5_SHA_512("1.5", Family.RSA, "SHA-512", 64),
  /** id-TA-RSA-PSS-SHA-512. */
  RSA_PSS_SHA_512("1.6", Family.RSA_PSS, "SHA-512", 64),
  /** id-TA-ECDSA-SHA-1. */
  ECDSA_SHA_1("2.1", Family.ECDSA_PLAIN, "SHA-1", 20),
  /** id-TA-ECDSA-SHA-224. */
  ECDSA_SHA_224("2.2", Family.ECDSA_PLAIN, "SHA-224", 28),
  /** id-TA-ECDSA-SHA-256. */
  ECDSA_SHA_256("2.3", Family.ECDSA_PLAIN, "SHA-256", 32),
  /** id-TA-ECDSA-SHA-384. */
  ECDSA_SHA_384("2.4", Family.ECDSA_PLAIN, "SHA-384", 48),
  /** id-TA-ECDSA-SHA-512. */
  ECDSA_SHA_512("2.5", Family.ECDSA_PLAIN, "SHA-512", 64);

  private static final String ID_TA = "0.4.0.127.0.7.2.2.2.";
  private static final int PSS_FRAME_BYTES = 2;

  private final String oid;
  private final Family family;
  private final String digest;
  private final int digestBytes;

  CvAlgorithm(String end, Family family, String digest, int digestBytes) {
    this.oid = ID_TA + end;
    this.family = family;
    this.digest = digest;
    this.digestBytes = digestBytes;
  }

  /** The algorithm with this object identifier, if Terminal Authentication knows it. */
  public static Optional<CvAlgorithm> ofOid(String oid) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.oid.equals(oid)).findFirst();
  }

  /** The object identifier in the public key of a certificate. */
  public String oid() {
    return oid;
  }

  /** Whether the key is on an elliptic curve; else it is an RSA key. */
  public boolean elliptic() {
    return family == Family.ECDSA_PLAIN;
  }

  /** Whether it is RSA with PSS padding. */
  public boolean pss() {
    return family == Family.RSA_PSS;
  }

  /** The digest's name, such as {@code SHA-256}. */
  public String digest() {
    return digest;
  }

  /**
   * The salt of PSS for a modulus of this size: as long as the digest, or what is left where the
   * modulus is too short for that (RSA-1024 with SHA-512).
   */
  int saltBytes(int modulusBits) {
    int room = (modulusBits + 6) / 8 - digestBytes - PSS_FRAME_BYTES;
    return pss() ? Math.min(digestBytes, room) : 0;
  }

  SignatureScheme scheme(int modulusBits) {
    return new SignatureScheme(family, digest, digest, saltBytes(modulusBits));
  }
}
