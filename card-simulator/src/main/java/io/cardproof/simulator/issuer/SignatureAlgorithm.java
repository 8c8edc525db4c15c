package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;

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
    return rsaPss(bits, hash, hash.length());
  }

  /** The same with a salt of your choice: RFC 4055 §3.1 allows any, issuers use few. */
  static SignatureAlgorithm rsaPss(int bits, Hash hash, int salt) {
    return random -> RsaSigningKey.pss(bits, hash, salt, random);
  }

  /** RSASSA-PKCS1-v1_5 with e = 65537. */
  static SignatureAlgorithm rsaPkcs1(int bits, Hash hash) {
    return rsaPkcs1(bits, hash, RSAKeyGenParameterSpec.F4);
  }

  /** The same with an exponent of your choice: real ones have 3, 38129 and others. */
  static SignatureAlgorithm rsaPkcs1(int bits, Hash hash, BigInteger exponent) {
    return random -> RsaSigningKey.pkcs1(bits, hash, exponent, random);
  }

  /** RSASSA-PSS as {@link #rsaPss(int, Hash)}, with a key of yours. */
  static SignatureAlgorithm rsaPss(KeyPair key, Hash hash) {
    return random -> RsaSigningKey.pss(key, hash, hash.length(), random);
  }

  /** RSASSA-PKCS1-v1_5 with a key of yours. */
  static SignatureAlgorithm rsaPkcs1(KeyPair key, Hash hash) {
    return random -> RsaSigningKey.pkcs1(key, hash, random);
  }

  /** ECDSA with r and s side by side (TR-03111 §5.2.1.1), the curve by its name. */
  static SignatureAlgorithm ecdsaPlain(StandardGroup curve, Hash hash) {
    return random -> new PlainEcSigningKey(curve, hash, random);
  }

  /** DSA with the platform's parameters of 2048 or 3072 bits. */
  static SignatureAlgorithm dsa(int bits, Hash hash) {
    return random -> DsaSigningKey.generate(bits, hash, random);
  }
}
