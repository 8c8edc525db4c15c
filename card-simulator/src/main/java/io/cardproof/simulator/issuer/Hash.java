package io.cardproof.simulator.issuer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A hash function with the names that it and its signatures have in files. */
public enum Hash {
  SHA_1(
      "SHA-1",
      20,
      OIWObjectIdentifiers.idSHA1,
      PKCSObjectIdentifiers.sha1WithRSAEncryption,
      X9ObjectIdentifiers.ecdsa_with_SHA1,
      1),
  SHA_224(
      "SHA-224",
      28,
      NISTObjectIdentifiers.id_sha224,
      PKCSObjectIdentifiers.sha224WithRSAEncryption,
      X9ObjectIdentifiers.ecdsa_with_SHA224,
      2),
  SHA_256(
      "SHA-256",
      32,
      NISTObjectIdentifiers.id_sha256,
      PKCSObjectIdentifiers.sha256WithRSAEncryption,
      X9ObjectIdentifiers.ecdsa_with_SHA256,
      3),
  SHA_384(
      "SHA-384",
      48,
      NISTObjectIdentifiers.id_sha384,
      PKCSObjectIdentifiers.sha384WithRSAEncryption,
      X9ObjectIdentifiers.ecdsa_with_SHA384,
      4),
  SHA_512(
      "SHA-512",
      64,
      NISTObjectIdentifiers.id_sha512,
      PKCSObjectIdentifiers.sha512WithRSAEncryption,
      X9ObjectIdentifiers.ecdsa_with_SHA512,
      5);

  private static final String ECDSA_PLAIN = "0.4.0.127.0.7.1.1.4.1.";

  private final String id;
  private final int length;
  private final String oid;
  private final String rsa;
  private final String ecdsa;
  private final int plainArc;

  Hash(
      String id,
      int length,
      ASN1ObjectIdentifier oid,
      ASN1ObjectIdentifier rsa,
      ASN1ObjectIdentifier ecdsa,
      int plainArc) {
    this.id = id;
    this.length = length;
    this.oid = oid.getId();
    this.rsa = rsa.getId();
    this.ecdsa = ecdsa.getId();
    this.plainArc = plainArc;
  }

  /** As the platform and people call it: SHA-256. */
  public String id() {
    return id;
  }

  /** The name of ecdsa-plain with this hash (TR-03111 §5.2.1.1). */
  public String plainEcdsaOid() {
    return ECDSA_PLAIN + plainArc;
  }

  /** The name of ECDSA with this hash and a signature in DER (ANSI X9.62). */
  public String ecdsaOid() {
    return ecdsa;
  }

  /** The name of DSA with this hash. */
  String dsaOid() {
    return this == SHA_1
        ? X9ObjectIdentifiers.id_dsa_with_sha1.getId()
        : NISTObjectIdentifiers.sigAlgs.getId() + "." + (plainArc - 1);
  }

  /** Bytes of a value. */
  int length() {
    return length;
  }

  AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
  }

  AlgorithmIdentifier withRsa() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(rsa), DERNull.INSTANCE);
  }

  AlgorithmIdentifier withEcdsa() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(ecdsa));
  }

  byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance(id).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + id, e);
    }
  }
}
