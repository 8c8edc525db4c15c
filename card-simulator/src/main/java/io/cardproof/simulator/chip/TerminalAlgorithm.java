package io.cardproof.simulator.chip;

import java.util.Arrays;

/** The signature algorithms of Terminal Authentication, TR-03110-3 §A.1.1.3. */
public enum TerminalAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-1. */
  RSA_SHA1("1.1", Scheme.RSA_PKCS1, "SHA-1"),

  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RSA_SHA256("1.2", Scheme.RSA_PKCS1, "SHA-256"),

  /** RSASSA-PSS with SHA-1. */
  RSA_PSS_SHA1("1.3", Scheme.RSA_PSS, "SHA-1"),

  /** RSASSA-PSS with SHA-256. */
  RSA_PSS_SHA256("1.4", Scheme.RSA_PSS, "SHA-256"),

  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RSA_SHA512("1.5", Scheme.RSA_PKCS1, "SHA-512"),

  /** RSASSA-PSS with SHA-512. */
  RSA_PSS_SHA512("1.6", Scheme.RSA_PSS, "SHA-512"),

  /** ECDSA with SHA-1. */
  ECDSA_SHA1("2.1", Scheme.ECDSA, "SHA-1"),

  /** ECDSA with SHA-224. */
  ECDSA_SHA224("2.2", Scheme.ECDSA, "SHA-224"),

  /** ECDSA with SHA-256. */
  ECDSA_SHA256("2.3", Scheme.ECDSA, "SHA-256"),

  /** ECDSA with SHA-384. */
  ECDSA_SHA384("2.4", Scheme.ECDSA, "SHA-384"),

  /** ECDSA with SHA-512. */
  ECDSA_SHA512("2.5", Scheme.ECDSA, "SHA-512");

  private static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2.";

  /** How the hash becomes a signature. */
  public enum Scheme {
    /** RSASSA-PKCS1-v1_5. */
    RSA_PKCS1,

    /** RSASSA-PSS, MGF1 with the same hash, a salt of its length. */
    RSA_PSS,

    /** ECDSA, r || s at the length of the order. */
    ECDSA
  }

  private final String oid;
  private final Scheme scheme;
  private final String digest;

  TerminalAlgorithm(String arcs, Scheme scheme, String digest) {
    this.oid = TERMINAL_AUTHENTICATION + arcs;
    this.scheme = scheme;
    this.digest = digest;
  }

  /** The algorithm by the value of its object identifier; 6A80 if it is none of these. */
  static TerminalAlgorithm of(byte[] value) throws Refusal {
    for (TerminalAlgorithm algorithm : values()) {
      if (Arrays.equals(Oids.value(algorithm.oid), value)) {
        return algorithm;
      }
    }
    throw new Refusal(StatusWord.WRONG_DATA);
  }

  /** The object identifier in dotted form. */
  public String oid() {
    return oid;
  }

  /** How it signs. */
  public Scheme scheme() {
    return scheme;
  }

  /** The hash, as in {@code SHA-256}. */
  public String digest() {
    return digest;
  }
}
