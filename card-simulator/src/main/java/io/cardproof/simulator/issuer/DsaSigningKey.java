package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPrivateKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSASigner;

/** DSA over the platform's parameters, a subgroup of 256 bits (FIPS 186-4). */
final class DsaSigningKey implements SigningKey {
  private final KeyPair pair;
  private final Hash hash;
  private final SecureRandom random;

  private DsaSigningKey(KeyPair pair, Hash hash, SecureRandom random) {
    this.pair = pair;
    this.hash = hash;
    this.random = random;
  }

  static DsaSigningKey generate(int bits, Hash hash, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
      generator.initialize(bits, random);
      return new DsaSigningKey(generator.generateKeyPair(), hash, random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform makes DSA keys", e);
    }
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash.dsaOid()));
  }

  @Override
  public byte[] sign(byte[] message) {
    DSAPrivateKey key = (DSAPrivateKey) pair.getPrivate();
    DSAParams group = key.getParams();
    // The platform's own signature refuses a digest shorter than the subgroup, which the plan has.
    DSASigner signer = new DSASigner();
    signer.init(
        true,
        new ParametersWithRandom(
            new DSAPrivateKeyParameters(
                key.getX(), new DSAParameters(group.getP(), group.getQ(), group.getG())),
            random));
    BigInteger[] signature = signer.generateSignature(hash.of(message));
    return SigningKey.der(
        new DERSequence(
            new ASN1Encodable[] {new ASN1Integer(signature[0]), new ASN1Integer(signature[1])}));
  }
}
