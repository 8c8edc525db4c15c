package io.cardproof.trust;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Everything that a certificate says, for people who look at it. Nothing is decided by it, and what
 * cannot be read is left out.
 *
 * @param subject as the certificate writes it
 * @param issuer as the certificate writes it
 * @param serialNumber signed: some are negative
 * @param key the public key
 * @param signatureAlgorithm how its issuer signed it, such as {@code ECDSA SHA-384}
 * @param keyUsage in the words of RFC 5280 §4.2.1.3; empty if nothing is restricted
 * @param purposes object identifiers of the extended key usage
 * @param authority whether it says that it is an authority
 * @param pathLength how many authorities may follow
 * @param extensions in their order
 */
public record CertificateFacts(
    String subject,
    String issuer,
    BigInteger serialNumber,
    KeyFacts key,
    String signatureAlgorithm,
    List<String> keyUsage,
    List<String> purposes,
    boolean authority,
    Optional<BigInteger> pathLength,
    List<ExtensionFacts> extensions) {
  private static final List<String> USAGES =
      List.of(
          "digitalSignature",
          "nonRepudiation",
          "keyEncipherment",
          "dataEncipherment",
          "keyAgreement",
          "keyCertSign",
          "cRLSign",
          "encipherOnly",
          "decipherOnly");
  private static final int USAGE_BITS_OF_A_BYTE = 8;

  /** Copies the lists. */
  public CertificateFacts {
    keyUsage = List.copyOf(keyUsage);
    purposes = List.copyOf(purposes);
    extensions = List.copyOf(extensions);
  }

  /** An extension: its object identifier, and whether nobody may overlook it. */
  public record ExtensionFacts(String oid, boolean critical) {}

  /** What the certificate says. */
  public static CertificateFacts of(CertificateView view) {
    Certificate certificate = Certificate.getInstance(view.der().toByteArray());
    return new CertificateFacts(
        certificate.getSubject().toString(),
        certificate.getIssuer().toString(),
        certificate.getSerialNumber().getValue(),
        KeyFacts.of(view.spki()),
        signatureAlgorithm(view.signatureAlgorithm()),
        view.keyUsage().map(CertificateFacts::usages).orElse(List.of()),
        view.purposes(),
        view.authority(),
        pathLength(certificate),
        extensions(certificate));
  }

  /** Whether subject and issuer are one, as issuers mean it: a root, or a link of a key roll. */
  public static boolean selfIssued(CertificateView view) {
    return view.subject().equals(view.issuer());
  }

  /** Whether another key than its own signed it, by what it says of its issuer. */
  public static boolean link(CertificateView view) {
    return !selfIssued(view)
        || (view.authorityKeyId().isPresent()
            && !view.authorityKeyId().equals(view.subjectKeyId()));
  }

  private static String signatureAlgorithm(Bytes identifier) {
    try {
      SignatureScheme scheme = SignatureScheme.of(identifier, Optional.empty());
      return name(scheme.family()) + " " + scheme.digest();
    } catch (SignatureCheckException e) {
      return AlgorithmIdentifier.getInstance(identifier.toByteArray()).getAlgorithm().getId();
    }
  }

  private static String name(SignatureScheme.Family family) {
    return switch (family) {
      case RSA -> "RSA";
      case RSA_PSS -> "RSA-PSS";
      case ECDSA, ECDSA_PLAIN -> "ECDSA";
      case DSA -> "DSA";
    };
  }

  private static List<String> usages(KeyUsage usage) {
    byte[] bits = usage.getBytes();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < USAGES.size(); i++) {
      int place = i / USAGE_BITS_OF_A_BYTE;
      if (place < bits.length && (bits[place] & 0x80 >> i % USAGE_BITS_OF_A_BYTE) != 0) {
        names.add(USAGES.get(i));
      }
    }
    return names;
  }

  private static Optional<BigInteger> pathLength(Certificate certificate) {
    Optional<ASN1Encodable> value =
        CertificateSummary.extension(certificate, Extension.basicConstraints);
    return value.flatMap(
        constraints ->
            Optional.ofNullable(BasicConstraints.getInstance(constraints).getPathLenConstraint()));
  }

  private static List<ExtensionFacts> extensions(Certificate certificate) {
    Extensions extensions = certificate.getExtensions();
    if (extensions == null) {
      return List.of();
    }
    List<ExtensionFacts> facts = new ArrayList<>();
    for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
      facts.add(new ExtensionFacts(oid.getId(), extensions.getExtension(oid).isCritical()));
    }
    return facts;
  }
}
