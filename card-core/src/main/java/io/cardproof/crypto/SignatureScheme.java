package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.value.Bytes;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How a signature was made.
 *
 * @param family the mathematics
 * @param digest the digest's name, such as {@code SHA-256}
 * @param maskDigest the digest of the mask of PSS; else as {@code digest}
 * @param saltBytes the length of the salt of PSS; else 0
 */
public record SignatureScheme(Family family, String digest, String maskDigest, int saltBytes) {
  private static final int MAX_SALT_BYTES = 512;
  private static final int PSS_DEFAULT_SALT_BYTES = 20;
  private static final String RSA = "1.2.840.113549.1.1.";
  private static final String ECDSA = "1.2.840.10045.4.";
  private static final String PLAIN = "0.4.0.127.0.7.1.1.4.1.";
  private static final String NIST = "2.16.840.1.101.3.4.3.";
  private static final Map<String, SignatureScheme> BY_OID =
      Map.ofEntries(
          Map.entry(RSA + "5", simple(Family.RSA, Digests.SHA_1)),
          Map.entry(RSA + "14", simple(Family.RSA, "SHA-224")),
          Map.entry(RSA + "11", simple(Family.RSA, "SHA-256")),
          Map.entry(RSA + "12", simple(Family.RSA, "SHA-384")),
          Map.entry(RSA + "13", simple(Family.RSA, "SHA-512")),
          Map.entry("1.3.14.3.2.29", simple(Family.RSA, Digests.SHA_1)),
          Map.entry(ECDSA + "1", simple(Family.ECDSA, Digests.SHA_1)),
          Map.entry(ECDSA + "3.1", simple(Family.ECDSA, "SHA-224")),
          Map.entry(ECDSA + "3.2", simple(Family.ECDSA, "SHA-256")),
          Map.entry(ECDSA + "3.3", simple(Family.ECDSA, "SHA-384")),
          Map.entry(ECDSA + "3.4", simple(Family.ECDSA, "SHA-512")),
          Map.entry(PLAIN + "1", simple(Family.ECDSA_PLAIN, Digests.SHA_1)),
          Map.entry(PLAIN + "2", simple(Family.ECDSA_PLAIN, "SHA-224")),
          Map.entry(PLAIN + "3", simple(Family.ECDSA_PLAIN, "SHA-256")),
          Map.entry(PLAIN + "4", simple(Family.ECDSA_PLAIN, "SHA-384")),
          Map.entry(PLAIN + "5", simple(Family.ECDSA_PLAIN, "SHA-512")),
          Map.entry(NIST + "9", simple(Family.ECDSA, "SHA3-224")),
          Map.entry(NIST + "10", simple(Family.ECDSA, "SHA3-256")),
          Map.entry(NIST + "11", simple(Family.ECDSA, "SHA3-384")),
          Map.entry(NIST + "12", simple(Family.ECDSA, "SHA3-512")),
          Map.entry(NIST + "13", simple(Family.RSA, "SHA3-224")),
          Map.entry(NIST + "14", simple(Family.RSA, "SHA3-256")),
          Map.entry(NIST + "15", simple(Family.RSA, "SHA3-384")),
          Map.entry(NIST + "16", simple(Family.RSA, "SHA3-512")),
          Map.entry("1.2.840.10040.4.3", simple(Family.DSA, Digests.SHA_1)),
          Map.entry(NIST + "1", simple(Family.DSA, "SHA-224")),
          Map.entry(NIST + "2", simple(Family.DSA, "SHA-256")),
          Map.entry(NIST + "3", simple(Family.DSA, "SHA-384")),
          Map.entry(NIST + "4", simple(Family.DSA, "SHA-512")));
  // Some signers put the key's identifier where that of the signature belongs.
  private static final Map<String, Family> BY_KEY_OID =
      Map.of(
          RSA + "1",
          Family.RSA,
          "1.2.840.10045.2.1",
          Family.ECDSA,
          "1.2.840.10040.4.1",
          Family.DSA);

  /** The mathematics of a signature. */
  public enum Family {
    /** RSA with PKCS#1 v1.5 padding, RFC 8017 §8.2. */
    RSA,
    /** RSA with PSS padding, RFC 8017 §8.1. */
    RSA_PSS,
    /** ECDSA, r and s in a DER sequence, RFC 3279 §2.2.3. */
    ECDSA,
    /** ECDSA, r and s side by side, TR-03111 §5.2.1. */
    ECDSA_PLAIN,
    /** DSA, RFC 3279 §2.2.2. */
    DSA
  }

  /**
   * The scheme that identifiers name.
   *
   * @param algorithm DER of the signature's AlgorithmIdentifier
   * @param digestAlgorithm DER of the digest's, for identifiers that name no digest
   * @throws SignatureCheckException if nobody here knows it
   */
  public static SignatureScheme of(Bytes algorithm, Optional<Bytes> digestAlgorithm)
      throws SignatureCheckException {
    AlgorithmIdentifier identifier = parse(algorithm);
    String oid = identifier.getAlgorithm().getId();
    SignatureScheme known = BY_OID.get(oid);
    if (known != null) {
      return known;
    }
    Digests.refuseBroken(oid);
    if (PKCSObjectIdentifiers.id_RSASSA_PSS.getId().equals(oid)) {
      return pss(identifier.getParameters(), digestAlgorithm);
    }
    Family family = BY_KEY_OID.get(oid);
    if (family == null || digestAlgorithm.isEmpty()) {
      throw unsupported("unknown signature algorithm");
    }
    return simple(family, digestName(digestAlgorithm.get()));
  }

  /** The scheme that an object identifier names alone, digest and all. */
  static Optional<SignatureScheme> named(String oid) {
    return Optional.ofNullable(BY_OID.get(oid));
  }

  private static SignatureScheme pss(ASN1Encodable parameters, Optional<Bytes> digestAlgorithm)
      throws SignatureCheckException {
    if (parameters == null || parameters instanceof ASN1Null) {
      // RFC 4055 §3.1 demands parameters. Without them the digest that the signer names decides.
      String digest =
          digestAlgorithm.isPresent() ? digestName(digestAlgorithm.get()) : Digests.SHA_1;
      int salt =
          digest.equals(Digests.SHA_1)
              ? PSS_DEFAULT_SALT_BYTES
              : Digests.byName(digest).getDigestLength();
      return new SignatureScheme(Family.RSA_PSS, digest, digest, salt);
    }
    try {
      return pss(RSASSAPSSparams.getInstance(parameters));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw unsupported("malformed parameters of RSASSA-PSS");
    }
  }

  private static SignatureScheme pss(RSASSAPSSparams parameters) throws SignatureCheckException {
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    int salt = parameters.getSaltLength().intValueExact();
    if (!PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
        || mask.getParameters() == null
        || parameters.getTrailerField().intValueExact() != 1
        || salt < 0
        || salt > MAX_SALT_BYTES) {
      throw unsupported("unusual parameters of RSASSA-PSS");
    }
    return new SignatureScheme(
        Family.RSA_PSS,
        Digests.name(parameters.getHashAlgorithm().getAlgorithm().getId()),
        Digests.name(AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm().getId()),
        salt);
  }

  private static String digestName(Bytes identifier) throws SignatureCheckException {
    return Digests.name(parse(identifier).getAlgorithm().getId());
  }

  private static AlgorithmIdentifier parse(Bytes der) throws SignatureCheckException {
    try {
      return AlgorithmIdentifier.getInstance(der.toByteArray());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unsupported("malformed algorithm identifier");
    }
  }

  private static SignatureScheme simple(Family family, String digest) {
    return new SignatureScheme(family, digest, digest, 0);
  }

  private static SignatureCheckException unsupported(String message) {
    return new SignatureCheckException(Fault.UNSUPPORTED, message);
  }
}
