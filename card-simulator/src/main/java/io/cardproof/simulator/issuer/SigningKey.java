package io.cardproof.simulator.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
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

  /** A serial number of 20 bytes, positive, as RFC 5280 §4.1.2.2 allows at most. */
  static BigInteger serialNumber(SecureRandom random) {
    return new BigInteger(158, random).setBit(157);
  }

  /** DER of something that always encodes. */
  static byte[] der(ASN1Encodable object) {
    return encoded(object, ASN1Encoding.DER);
  }

  /** Definite lengths, sets in the order in which they were made. */
  static byte[] inOrder(ASN1Encodable object) {
    return encoded(object, ASN1Encoding.DL);
  }

  private static byte[] encoded(ASN1Encodable object, String rules) {
    try {
      return object.toASN1Primitive().getEncoded(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
