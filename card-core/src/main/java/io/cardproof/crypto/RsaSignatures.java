package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA by the JDK, which makes a key without testing its modulus for primes. */
record RsaSignatures(RSAPublicKey key) implements VerificationKey.Engine {
  private static final int MAX_BITS = 16384;

  static RsaSignatures of(SubjectPublicKeyInfo info) throws SignatureCheckException {
    try {
      org.bouncycastle.asn1.pkcs.RSAPublicKey numbers =
          org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey());
      BigInteger modulus = numbers.getModulus();
      if (modulus.bitLength() > MAX_BITS) {
        throw new SignatureCheckException(Fault.UNSUPPORTED, "the RSA key is too long");
      }
      RSAPublicKeySpec spec = new RSAPublicKeySpec(modulus, numbers.getPublicExponent());
      return new RsaSignatures((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new SignatureCheckException(Fault.KEY_UNUSABLE, "malformed RSA key");
    }
  }

  @Override
  public boolean verifies(SignatureScheme scheme, byte[] data, byte[] signature)
      throws SignatureCheckException {
    try {
      Signature verifier = verifier(scheme);
      verifier.initVerify(key);
      verifier.update(data);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // The JDK throws for a signature of the wrong length.
      return false;
    } catch (GeneralSecurityException e) {
      throw new SignatureCheckException(Fault.UNSUPPORTED, "the JDK does not take this RSA key");
    }
  }

  @Override
  public int bits() {
    return key.getModulus().bitLength();
  }

  private static Signature verifier(SignatureScheme scheme)
      throws GeneralSecurityException, SignatureCheckException {
    return switch (scheme.family()) {
      case RSA -> Signature.getInstance(jdkName(scheme.digest()) + "withRSA");
      case RSA_PSS -> pss(scheme);
      default -> throw new SignatureCheckException(Fault.INVALID, "not an algorithm of an RSA key");
    };
  }

  private static Signature pss(SignatureScheme scheme) throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec(
            scheme.digest(),
            "MGF1",
            new MGF1ParameterSpec(scheme.maskDigest()),
            scheme.saltBytes(),
            PSSParameterSpec.TRAILER_FIELD_BC));
    return verifier;
  }

  private static String jdkName(String digest) {
    return digest.startsWith("SHA-") ? digest.replace("-", "") : digest;
  }
}
