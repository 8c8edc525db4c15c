package io.cardproof.simulator.issuer;

import java.security.SecureRandom;

/** How a certification authority or a document signer signs; makes the key for it. */
@FunctionalInterface
public interface SignatureAlgorithm {

  /** A fresh key. */
  SigningKey key(SecureRandom random);

  /** ECDSA, the curve by its name in the certificate. */
  static SignatureAlgorithm ecdsa(StandardGroup curve, Hash hash) {
    return ecdsa(curve, hash, KeyForm.NAMED);
  }

  /**
   * ECDSA.
   *
   * @param form how the certificate describes the curve; many issuers write it out
   */
  static SignatureAlgorithm ecdsa(StandardGroup curve, Hash hash, KeyForm form) {
    return random -> EcSigningKey.generate(curve, hash, form, random);
  }

  /** RSASSA-PSS with e = 65537, MGF1 over the same hash, and a salt as long as it. */
  static SignatureAlgorithm rsaPss(int bits, Hash hash) {
    return random -> RsaSigningKey.pss(bits, hash, random);
  }

  /** RSASSA-PKCS1-v1_5 with e = 65537. */
  static SignatureAlgorithm rsaPkcs1(int bits, Hash hash) {
    return random -> RsaSigningKey.pkcs1(bits, hash, random);
  }
}
