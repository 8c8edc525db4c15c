package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.crypto.Digests;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.util.BigIntegers;

/** RSASSA-PKCS1-v1_5, or RSASSA-PSS with a salt of the hash's length, TR-03110-3 §A.2.1.1. */
record RsaCvKey(TerminalAlgorithm algorithm, KeyPair pair) implements CvKey {
  RsaCvKey {
    if (algorithm.scheme() == TerminalAlgorithm.Scheme.ECDSA) {
      throw new IllegalArgumentException(algorithm + " is no algorithm of RSA");
    }
  }

  @Override
  public byte[] authorityPublicKey() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Tlv.of(
        0x7F49,
        Tlv.oid(algorithm.oid()),
        Tlv.of(0x81, BigIntegers.asUnsignedByteArray(key.getModulus())),
        Tlv.of(0x82, BigIntegers.asUnsignedByteArray(key.getPublicExponent())));
  }

  @Override
  public byte[] holderPublicKey() {
    return authorityPublicKey();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = signature();
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform signs " + algorithm + " with such a key", e);
    }
  }

  @Override
  public byte[] pkcs8() {
    return pair.getPrivate().getEncoded();
  }

  @Override
  public CvKey another(SecureRandom random) {
    int bits = ((RSAPublicKey) pair.getPublic()).getModulus().bitLength();
    return new RsaCvKey(algorithm, ChipKeys.rsa(bits, random));
  }

  @Override
  public String toString() {
    return "RsaCvKey[" + algorithm + "]";
  }

  private Signature signature() throws GeneralSecurityException {
    String digest = algorithm.digest();
    if (algorithm.scheme() == TerminalAlgorithm.Scheme.RSA_PKCS1) {
      return Signature.getInstance(digest.replace("-", "") + "withRSA");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    int hashLength = Digests.named(digest).getDigestSize();
    int modulusLength = ((RSAPublicKey) pair.getPublic()).getModulus().bitLength() / 8;
    // A modulus of 1024 bits leaves SHA-512 a salt of 62 bytes.
    int salt = Math.min(hashLength, modulusLength - hashLength - 2);
    pss.setParameter(
        new PSSParameterSpec(
            digest,
            "MGF1",
            new MGF1ParameterSpec(digest),
            salt,
            PSSParameterSpec.TRAILER_FIELD_BC));
    return pss;
  }
}
