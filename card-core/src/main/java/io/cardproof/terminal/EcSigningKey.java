package io.cardproof.terminal;

import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** A key on a standardised curve: the JDK has no brainpool curves, so BouncyCastle's engine. */
final class EcSigningKey implements SigningKey {
  private final ECPrivateKeyParameters key;

  private EcSigningKey(ECPrivateKeyParameters key) {
    this.key = key;
  }

  static EcSigningKey of(PrivateKeyInfo info) throws IOException, MalformedInputException {
    try {
      ECDomainParameters domain =
          EcCurves.normalise(info.getPrivateKeyAlgorithm().getParameters().toASN1Primitive());
      BigInteger number = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
      return new EcSigningKey(new ECPrivateKeyParameters(number, domain));
    } catch (KeyFormatException e) {
      throw new MalformedInputException(
          "terminal key", "domain parameters", "not those of a standardised curve");
    }
  }

  @Override
  public boolean fits(CvPublicKey publicKey) {
    Bytes own = EcCurves.encode(key.getParameters().getG().multiply(key.getD()).normalize());
    return publicKey instanceof CvPublicKey.Ec other && other.point().equals(own);
  }

  @Override
  public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
    if (!algorithm.elliptic()) {
      throw new TerminalKeyException("the certificate is for an RSA key, the key is on a curve");
    }
    // The nonce follows from key and message, RFC 6979: no randomness that could fail.
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] numbers = signer.generateSignature(digest(algorithm, data));
    return Bytes.of(
        PlainDSAEncoding.INSTANCE.encode(key.getParameters().getN(), numbers[0], numbers[1]));
  }

  static byte[] digest(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
    try {
      return MessageDigest.getInstance(algorithm.digest()).digest(data.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new TerminalKeyException("the platform has no " + algorithm.digest());
    }
  }
}
