package io.cardproof.cli.show;

import io.cardproof.trust.KeyFacts;

/** How keys and fingerprints are written for people. */
final class CertificateLabels {
  private static final int SHORT = 8;
  private static final int GROUP = 8;

  private CertificateLabels() {}

  /** The beginning of a fingerprint: enough to tell certificates of one store apart. */
  static String prefix(String sha256) {
    return sha256.substring(0, SHORT);
  }

  /** A fingerprint in groups, for comparing by eye. */
  static String grouped(String sha256) {
    return sha256.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  /** A key in one word or two. */
  static String key(KeyFacts key) {
    if (key.curve().isPresent()) {
      return key.curve().get();
    }
    return key.bits() == 0 ? key.algorithm() : key.algorithm() + " " + key.bits();
  }

  /** The digest of a signature algorithm, which comes last in its name. */
  static String digest(String signatureAlgorithm) {
    return signatureAlgorithm.substring(signatureAlgorithm.lastIndexOf(' ') + 1);
  }
}
