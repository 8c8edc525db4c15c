package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** ECDSA, the signature as a DER sequence of r and s. */
final class EcSigningKey implements SigningKey {
  private final AsymmetricCipherKeyPair pair;
  private final Hash hash;
  private final KeyForm form;
  private final SecureRandom random;

  private EcSigningKey(AsymmetricCipherKeyPair pair, Hash hash, KeyForm form, SecureRandom random) {
    this.pair = pair;
    this.hash = hash;
    this.form = form;
    this.random = random;
  }

  static EcSigningKey generate(StandardGroup curve, Hash hash, KeyForm form, SecureRandom random) {
    return new EcSigningKey(ChipKeys.pair(curve.curve(), random), hash, form, random);
  }

  /** On brainpoolP384r1 with a generator of its own: it looks like that curve and is not. */
  static EcSigningKey onForgedCurve(SecureRandom random) {
    ECDomainParameters genuine = StandardGroup.BRAINPOOL_P384R1.curve();
    ECDomainParameters forged =
        new ECDomainParameters(
            genuine.getCurve(),
            genuine.getG().multiply(BigInteger.TWO).normalize(),
            genuine.getN(),
            genuine.getH());
    return new EcSigningKey(ChipKeys.pair(forged, random), Hash.SHA_256, KeyForm.EXPLICIT, random);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return PublicKeys.of(pair.getPublic(), form);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return hash.withEcdsa();
  }

  @Override
  public byte[] sign(byte[] message) {
    ECDSASigner signer = new ECDSASigner();
    signer.init(true, new ParametersWithRandom((ECPrivateKeyParameters) pair.getPrivate(), random));
    BigInteger[] signature = signer.generateSignature(hash.of(message));
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(signature[0]));
    numbers.add(new ASN1Integer(signature[1]));
    return SigningKey.der(new DERSequence(numbers));
  }
}
