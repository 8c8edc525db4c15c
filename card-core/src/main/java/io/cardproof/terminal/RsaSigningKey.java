package io.cardproof.terminal;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** An RSA key, used by the JDK. */
final class RsaSigningKey implements SigningKey {
  private final RSAPrivateCrtKey key;

  private RsaSigningKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  static RsaSigningKey of(PrivateKeyInfo info) throws IOException {
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(info.getEncoded());
      return new RsaSigningKey(
          (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IOException("not an RSA key", e);
    }
  }

  @Override
  public boolean fits(CvPublicKey publicKey) {
    return publicKey instanceof CvPublicKey.Rsa other
        && other.modulus().equals(key.getModulus())
        && other.exponent().equals(key.getPublicExponent());
  }

  @Override
  public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
    if (algorithm.elliptic()) {
      throw new TerminalKeyException("the certificate is for a key on a curve, the key is RSA");
    }
    try {
      return RsaSigner.ofPlatform().sign(key, key.getModulus().bitLength(), algorithm, data);
    } catch (GeneralSecurityException e) {
      throw new TerminalKeyException("the RSA key cannot make such a signature");
    }
  }
}
