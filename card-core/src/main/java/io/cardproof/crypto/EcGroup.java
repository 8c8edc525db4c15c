package io.cardproof.crypto;

import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Points of an elliptic curve over a prime field, ICAO 9303-11 §9.4.2. */
public record EcGroup(ECDomainParameters domain) implements AgreementGroup {
  @Override
  public BigInteger privateKey(SecureRandom random) {
    return EcCurves.privateKey(domain, random);
  }

  @Override
  public Bytes publicKey(BigInteger privateKey) {
    return EcCurves.encode(domain.getG().multiply(privateKey));
  }

  @Override
  public Secret sharedSecret(BigInteger privateKey, Bytes peer) throws KeyFormatException {
    return Secret.owning(EcCurves.sharedSecret(sharedPoint(privateKey, peer)));
  }

  @Override
  public Bytes checked(Bytes peer) throws KeyFormatException {
    return EcCurves.encode(EcCurves.point(domain, peer));
  }

  @Override
  public int securityBits() {
    return domain.getN().bitLength() / 2;
  }

  @Override
  public int privateKeyBytes() {
    return (domain.getN().bitLength() + 7) / 8;
  }

  /** The shared point as a whole, as Generic Mapping takes it. */
  ECPoint sharedPoint(BigInteger privateKey, Bytes peer) throws KeyFormatException {
    return EcCurves.point(domain, peer).multiply(privateKey);
  }

  /** The same curve with another generator. */
  EcGroup withGenerator(ECPoint generator) {
    return new EcGroup(
        new ECDomainParameters(domain.getCurve(), generator, domain.getN(), domain.getH()));
  }
}
