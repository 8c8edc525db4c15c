package io.cardproof.simulator.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key with its one way of signing. */
public interface SigningKey {

  /** The public half, as it stands in a certificate. */
  SubjectPublicKeyInfo publicKey();

  /** What stands in {@code signatureAlgorithm}. */
  AlgorithmIdentifier algorithm();

  /** Signs the message; hashing is part of it. */
  byte[] sign(byte[] message);

  /** An EC key on a named curve that signs ECDSA over the given hash. */
  static SigningKey ec(ASN1ObjectIdentifier curve, String digest, SecureRandom random) {
    return EcSigningKey.generate(curve, digest, random);
  }

  /** An RSA key, e = 65537, that signs RSASSA-PSS with SHA-256 and a salt of 32 bytes. */
  static SigningKey rsaPss(int bits, SecureRandom random) {
    return RsaPssSigningKey.generate(bits, random);
  }

  /** A serial number of 20 bytes, positive, as RFC 5280 §4.1.2.2 allows at most. */
  static BigInteger serialNumber(SecureRandom random) {
    return new BigInteger(158, random).setBit(157);
  }

  /** DER of something that always encodes. */
  static byte[] der(org.bouncycastle.asn1.ASN1Encodable object) {
    try {
      return object.toASN1Primitive().getEncoded(org.bouncycastle.asn1.ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
