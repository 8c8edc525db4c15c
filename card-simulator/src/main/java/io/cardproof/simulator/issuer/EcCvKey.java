package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.crypto.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** ECDSA, the signature as r || s at the length of the order, TR-03110-3 §A.2.1.2 and §D.3.3. */
record EcCvKey(TerminalAlgorithm algorithm, ECPrivateKeyParameters privateKey, ECPoint publicPoint)
    implements CvKey {

  static EcCvKey generate(
      TerminalAlgorithm algorithm, ASN1ObjectIdentifier curve, SecureRandom random) {
    return generate(
        algorithm, new ECNamedDomainParameters(curve, ECNamedCurveTable.getByOID(curve)), random);
  }

  private static EcCvKey generate(
      TerminalAlgorithm algorithm, ECDomainParameters domain, SecureRandom random) {
    if (algorithm.scheme() != TerminalAlgorithm.Scheme.ECDSA) {
      throw new IllegalArgumentException(algorithm + " is no algorithm of curves");
    }
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new EcCvKey(
        algorithm,
        (ECPrivateKeyParameters) pair.getPrivate(),
        ((ECPublicKeyParameters) pair.getPublic()).getQ());
  }

  @Override
  public byte[] authorityPublicKey() {
    ECDomainParameters domain = privateKey.getParameters();
    return Tlv.of(
        0x7F49,
        Tlv.oid(algorithm.oid()),
        Tlv.of(
            0x81,
            BigIntegers.asUnsignedByteArray(domain.getCurve().getField().getCharacteristic())),
        Tlv.of(0x82, domain.getCurve().getA().getEncoded()),
        Tlv.of(0x83, domain.getCurve().getB().getEncoded()),
        Tlv.of(0x84, domain.getG().getEncoded(false)),
        Tlv.of(0x85, BigIntegers.asUnsignedByteArray(domain.getN())),
        point(),
        Tlv.of(0x87, BigIntegers.asUnsignedByteArray(domain.getH())));
  }

  @Override
  public byte[] holderPublicKey() {
    return Tlv.of(0x7F49, Tlv.oid(algorithm.oid()), point());
  }

  @Override
  public byte[] sign(byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(Digests.named(algorithm.digest())));
    signer.init(true, privateKey);
    BigInteger[] numbers = signer.generateSignature(Digests.hash(algorithm.digest(), message));
    int length = BigIntegers.getUnsignedByteLength(privateKey.getParameters().getN());
    return Tlv.concat(
        BigIntegers.asUnsignedByteArray(length, numbers[0]),
        BigIntegers.asUnsignedByteArray(length, numbers[1]));
  }

  @Override
  public byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CvKey another(SecureRandom random) {
    return generate(algorithm, privateKey.getParameters(), random);
  }

  @Override
  public String toString() {
    return "EcCvKey[" + algorithm + "]";
  }

  private byte[] point() {
    return Tlv.of(0x86, publicPoint.getEncoded(false));
  }
}
