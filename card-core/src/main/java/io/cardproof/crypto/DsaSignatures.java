package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.X509EncodedKeySpec;

/** DSA by the JDK. */
record DsaSignatures(DSAPublicKey key) implements VerificationKey.Engine {
  private static final int MAX_BITS = 3072;

  static DsaSignatures of(Bytes spki) throws SignatureCheckException {
    try {
      X509EncodedKeySpec spec = new X509EncodedKeySpec(spki.toByteArray());
      DSAPublicKey key = (DSAPublicKey) KeyFactory.getInstance("DSA").generatePublic(spec);
      if (key.getParams() == null || key.getParams().getP().bitLength() > MAX_BITS) {
        throw new SignatureCheckException(Fault.UNSUPPORTED, "unusual DSA parameters");
      }
      return new DsaSignatures(key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SignatureCheckException(Fault.KEY_UNUSABLE, "malformed DSA key");
    }
  }

  @Override
  public boolean verifies(SignatureScheme scheme, byte[] data, byte[] signature)
      throws SignatureCheckException {
    if (scheme.family() != SignatureScheme.Family.DSA) {
      throw new SignatureCheckException(Fault.INVALID, "not an algorithm of a DSA key");
    }
    try {
      Signature verifier = Signature.getInstance(scheme.digest().replace("-", "") + "withDSA");
      verifier.initVerify(key);
      verifier.update(data);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // The JDK throws for a signature that is not DER.
      return false;
    } catch (GeneralSecurityException e) {
      throw new SignatureCheckException(Fault.UNSUPPORTED, "the JDK does not take this DSA key");
    }
  }

  @Override
  public int bits() {
    return key.getParams().getP().bitLength();
  }
}
