package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** ECDSA, the signature as r and s side by side. */
final class PlainEcSigningKey implements SigningKey {
  private final AsymmetricCipherKeyPair pair;
  private final Hash hash;
  private final SecureRandom random;

  PlainEcSigningKey(StandardGroup curve, Hash hash, SecureRandom random) {
    this.pair = ChipKeys.pair(curve.curve(), random);
    this.hash = hash;
    this.random = random;
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return PublicKeys.of(pair.getPublic(), KeyForm.NAMED);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash.plainEcdsaOid()));
  }

  @Override
  public byte[] sign(byte[] message) {
    ECPrivateKeyParameters key = (ECPrivateKeyParameters) pair.getPrivate();
    ECDSASigner signer = new ECDSASigner();
    signer.init(true, new ParametersWithRandom(key, random));
    BigInteger[] signature = signer.generateSignature(hash.of(message));
    return PlainDSAEncoding.INSTANCE.encode(key.getParameters().getN(), signature[0], signature[1]);
  }
}
