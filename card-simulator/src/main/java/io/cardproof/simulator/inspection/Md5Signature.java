package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSASSA-PKCS1-v1_5 with MD5, which no travel document may use. */
record Md5Signature(KeyPair pair) implements SigningKey {
  /** The digest. */
  static final AlgorithmIdentifier MD5 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.md5, DERNull.INSTANCE);

  /** The signature with it. */
  static final AlgorithmIdentifier WITH_RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.md5WithRSAEncryption, DERNull.INSTANCE);

  static SignatureAlgorithm of(KeyPair pair) {
    return random -> new Md5Signature(pair);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return WITH_RSA;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("MD5withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform signs with RSA", e);
    }
  }

  static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
