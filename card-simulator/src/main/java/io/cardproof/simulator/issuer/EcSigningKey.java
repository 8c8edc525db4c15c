package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** ECDSA, the signature as a DER sequence of r and s. */
final class EcSigningKey implements SigningKey {
  private final ASN1ObjectIdentifier curve;
  private final String digest;
  private final AsymmetricCipherKeyPair pair;
  private final SecureRandom random;

  private EcSigningKey(
      ASN1ObjectIdentifier curve,
      String digest,
      AsymmetricCipherKeyPair pair,
      SecureRandom random) {
    this.curve = curve;
    this.digest = digest;
    this.pair = pair;
    this.random = random;
  }

  static EcSigningKey generate(ASN1ObjectIdentifier curve, String digest, SecureRandom random) {
    newDigest(digest);
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    ECNamedDomainParameters domain =
        new ECNamedDomainParameters(curve, ECNamedCurveTable.getByOID(curve));
    generator.init(new ECKeyGenerationParameters(domain, random));
    return new EcSigningKey(curve, digest, generator.generateKeyPair(), random);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new X962Parameters(curve));
    return new SubjectPublicKeyInfo(algorithm, point);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(
        digest.equals("SHA-384")
            ? X9ObjectIdentifiers.ecdsa_with_SHA384
            : X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  @Override
  public byte[] sign(byte[] message) {
    Digest hash = newDigest(digest);
    hash.update(message, 0, message.length);
    byte[] value = new byte[hash.getDigestSize()];
    hash.doFinal(value, 0);
    ECDSASigner signer = new ECDSASigner();
    signer.init(true, new ParametersWithRandom((ECPrivateKeyParameters) pair.getPrivate(), random));
    BigInteger[] signature = signer.generateSignature(value);
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(signature[0]));
    numbers.add(new ASN1Integer(signature[1]));
    return SigningKey.der(new DERSequence(numbers));
  }

  private static Digest newDigest(String name) {
    return switch (name) {
      case "SHA-256" -> new SHA256Digest();
      case "SHA-384" -> new SHA384Digest();
      default -> throw new IllegalArgumentException("not a hash of this issuer: " + name);
    };
  }
}
