package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA: RSASSA-PSS whose MGF1 follows the hash (RFC 4055 §3.1), or RSASSA-PKCS1-v1_5. */
final class RsaSigningKey implements SigningKey {
  private final KeyPair pair;
  private final SecureRandom random;
  private final AlgorithmIdentifier algorithm;
  private final Scheme scheme;

  /** A platform signature, ready to be keyed. */
  @FunctionalInterface
  private interface Scheme {
    Signature signature() throws GeneralSecurityException;
  }

  private RsaSigningKey(
      KeyPair pair, SecureRandom random, AlgorithmIdentifier algorithm, Scheme scheme) {
    this.pair = pair;
    this.random = random;
    this.algorithm = algorithm;
    this.scheme = scheme;
  }

  static RsaSigningKey pss(int bits, Hash hash, int salt, SecureRandom random) {
    return pss(ChipKeys.rsa(bits, RSAKeyGenParameterSpec.F4, random), hash, salt, random);
  }

  static RsaSigningKey pss(KeyPair pair, Hash hash, int salt, SecureRandom random) {
    AlgorithmIdentifier mgf1 =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash.algorithm());
    RSASSAPSSparams parameters =
        new RSASSAPSSparams(
            hash.algorithm(), mgf1, new ASN1Integer(salt), RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
    return new RsaSigningKey(
        pair,
        random,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters),
        () -> pss(hash, salt));
  }

  static RsaSigningKey pkcs1(int bits, Hash hash, BigInteger exponent, SecureRandom random) {
    return pkcs1(ChipKeys.rsa(bits, exponent, random), hash, random);
  }

  static RsaSigningKey pkcs1(KeyPair pair, Hash hash, SecureRandom random) {
    String name = hash.id().replace("-", "") + "withRSA";
    return new RsaSigningKey(pair, random, hash.withRsa(), () -> Signature.getInstance(name));
  }

  private static Signature pss(Hash hash, int salt) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(hash.id(), "MGF1", new MGF1ParameterSpec(hash.id()), salt, 1));
    return signature;
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = scheme.signature();
      signature.initSign(pair.getPrivate(), random);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform signs with RSA", e);
    }
  }
}
