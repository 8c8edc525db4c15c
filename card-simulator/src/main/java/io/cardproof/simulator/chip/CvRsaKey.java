package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Digests;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Set;

/**
 * An RSA key, TR-03110-3 §D.3.1 and §A.2.1.1: PSS takes MGF1 and a salt of the hash's length, or
 * what room a modulus of 1024 bits leaves beside SHA-512.
 */
record CvRsaKey(TerminalAlgorithm algorithm, PublicKey key, int modulusLength)
    implements CvPublicKey {
  private static final int MODULUS = 0x81;
  private static final int EXPONENT = 0x82;
  private static final int LEAST_BITS = 1024;
  private static final int MOST_BITS = 4096;
  private static final int MOST_EXPONENT_BITS = 64;
  private static final int TRAILER_FIELD = 1;

  static CvRsaKey read(TerminalAlgorithm algorithm, Map<Integer, byte[]> parts) throws Refusal {
    if (!parts.keySet().equals(Set.of(MODULUS, EXPONENT))) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    BigInteger modulus = new BigInteger(1, parts.getOrDefault(MODULUS, new byte[0]));
    BigInteger exponent = new BigInteger(1, parts.getOrDefault(EXPONENT, new byte[0]));
    if (modulus.bitLength() < LEAST_BITS
        || modulus.bitLength() > MOST_BITS
        || exponent.bitLength() > MOST_EXPONENT_BITS) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    try {
      PublicKey key =
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
      return new CvRsaKey(algorithm, key, (modulus.bitLength() + 7) / 8);
    } catch (GeneralSecurityException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }

  @Override
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != modulusLength) {
      return false;
    }
    try {
      Signature verifier = verifier();
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Signature verifier() throws GeneralSecurityException {
    String digest = algorithm.digest();
    if (algorithm.scheme() == TerminalAlgorithm.Scheme.RSA_PKCS1) {
      return Signature.getInstance(digest.replace("-", "") + "withRSA");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    int hashLength = Digests.named(digest).getDigestSize();
    int salt = Math.min(hashLength, modulusLength - hashLength - 2);
    pss.setParameter(
        new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, TRAILER_FIELD));
    return pss;
  }
}
