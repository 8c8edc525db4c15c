package io.cardproof.simulator.issuer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSASSA-PSS with SHA-256, MGF1 with SHA-256, a salt of 32 bytes (RFC 4055 §3.1). */
final class RsaPssSigningKey implements SigningKey {
  private static final int SALT_BYTES = 32;

  private final KeyPair pair;
  private final SecureRandom random;

  private RsaPssSigningKey(KeyPair pair, SecureRandom random) {
    this.pair = pair;
    this.random = random;
  }

  static RsaPssSigningKey generate(int bits, SecureRandom random) {
    return new RsaPssSigningKey(ChipKeys.rsa(bits, random), random);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    AlgorithmIdentifier mgf1 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_RSASSA_PSS,
        new RSASSAPSSparams(
            sha256, mgf1, new ASN1Integer(SALT_BYTES), RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1));
      signature.initSign(pair.getPrivate(), random);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform signs with RSASSA-PSS", e);
    }
  }
}
