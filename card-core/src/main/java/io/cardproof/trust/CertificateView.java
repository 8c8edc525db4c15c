package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, sliced out of its bytes. No public key is made. Everything that can fail
 * on odd content was read once: when the view was made, or when the snapshot was that it stands in.
 * A view out of a snapshot keeps its bytes and what finds it, and is parsed when somebody asks for
 * more. Equal by its bytes, shared by threads.
 */
public final class CertificateView {
  /** Marks certificates that are for tests only. */
  static final ASN1ObjectIdentifier TEST =
      new ASN1ObjectIdentifier("2.25.184311148492300629481289505901386194270");

  static final int MAX_BYTES = 1 << 16;

  private static final ASN1ObjectIdentifier NAME_CHANGE =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.1");
  private static final Set<ASN1ObjectIdentifier> KNOWN_CRITICAL =
      Set.of(
          Extension.basicConstraints,
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.authorityKeyIdentifier,
          Extension.subjectKeyIdentifier,
          Extension.privateKeyUsagePeriod,
          Extension.certificatePolicies,
          Extension.cRLDistributionPoints,
          Extension.subjectAlternativeName,
          Extension.issuerAlternativeName,
          NAME_CHANGE,
          new ASN1ObjectIdentifier("2.23.136.1.1.6.2"));

  private final Bytes der;
  private final CertificateSummary summary;
  // Two threads that come first at once both parse, and either result serves.
  private volatile @Nullable Certificate parsed;

  private CertificateView(Bytes der, CertificateSummary summary, @Nullable Certificate parsed) {
    this.der = der;
    this.summary = summary;
    this.parsed = parsed;
  }

  /**
   * A view of a certificate.
   *
   * @throws IllegalArgumentException if it is not a certificate; the text quotes nothing of it
   */
  public static CertificateView of(Bytes der) {
    if (der.length() > MAX_BYTES) {
      throw new IllegalArgumentException("larger than a certificate can be");
    }
    try {
      Certificate certificate = Certificate.getInstance(der.toByteArray());
      CertificateView view =
          new CertificateView(der, CertificateSummary.of(certificate), certificate);
      view.readEverything();
      return view;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not an X.509 certificate", e);
    }
  }

  /** A view of a certificate that was read when the snapshot was made which holds it. */
  static CertificateView ofSnapshot(Bytes der, CertificateSummary summary) {
    return new CertificateView(der, summary, null);
  }

  /** The whole certificate. */
  public Bytes der() {
    return der;
  }

  /** The subject, for people. */
  public String subjectText() {
    return certificate().getSubject().toString();
  }

  /** What people call the subject: its common name and number, else the unit or organisation. */
  public String shortName() {
    return Names.shortName(certificate().getSubject());
  }

  /** The subject's country in upper case, if it names one. */
  public Optional<String> country() {
    return Names.country(certificate().getSubject());
  }

  /** The issuer's country in upper case, if it names one. */
  public Optional<String> issuerCountry() {
    return Names.country(certificate().getIssuer());
  }

  /** From when on it is valid. */
  public Instant notBefore() {
    return summary.notBefore();
  }

  /** Until when it is valid. */
  public Instant notAfter() {
    return summary.notAfter();
  }

  /** Whether it is valid at this instant. */
  public boolean validAt(Instant instant) {
    return !instant.isBefore(summary.notBefore()) && !instant.isAfter(summary.notAfter());
  }

  /** DER of the SubjectPublicKeyInfo. */
  public Bytes spki() {
    return encoded(certificate().getSubjectPublicKeyInfo());
  }

  /** Whether it is marked as being for tests only. */
  public boolean testOnly() {
    return extension(TEST).isPresent();
  }

  /** What finds it. */
  CertificateSummary summary() {
    return summary;
  }

  String subject() {
    return summary.subject();
  }

  String issuer() {
    return summary.issuer();
  }

  X500Name issuerName() {
    return certificate().getIssuer();
  }

  BigInteger serialNumber() {
    return certificate().getSerialNumber().getValue();
  }

  /** The identifier of its key, if it has one. */
  public Optional<Bytes> subjectKeyId() {
    return summary.subjectKeyId();
  }

  /** The identifier of its issuer's key, if it names one. */
  public Optional<Bytes> authorityKeyId() {
    return summary.authorityKeyId();
  }

  Bytes signed() {
    return encoded(certificate().getTBSCertificate());
  }

  Bytes signatureAlgorithm() {
    return encoded(certificate().getSignatureAlgorithm());
  }

  Bytes signature() {
    return Bytes.of(certificate().getSignature().getOctets());
  }

  boolean authority() {
    return extension(Extension.basicConstraints)
        .map(value -> BasicConstraints.getInstance(value).isCA())
        .orElse(false);
  }

  /** How many authorities may follow, other than under its own name; empty if any number. */
  Optional<Integer> pathLength() {
    return extension(Extension.basicConstraints)
        .flatMap(
            value ->
                Optional.ofNullable(BasicConstraints.getInstance(value).getPathLenConstraint()))
        .map(most -> most.bitLength() < Integer.SIZE ? most.intValue() : Integer.MAX_VALUE);
  }

  /** Whether it links two names of one country signer, ICAO 9303-12 §7.1. */
  boolean changesName() {
    return extension(NAME_CHANGE).isPresent();
  }

  /** The key usage; empty if the certificate does not restrict it. */
  Optional<KeyUsage> keyUsage() {
    return extension(Extension.keyUsage).map(KeyUsage::getInstance);
  }

  /** Whether the algorithm that was signed is the one that is said to have signed. */
  boolean algorithmsAgree() {
    return certificate()
        .getTBSCertificate()
        .getSignature()
        .getAlgorithm()
        .equals(certificate().getSignatureAlgorithm().getAlgorithm());
  }

  /** The object identifiers of the extended key usage. */
  List<String> purposes() {
    List<String> purposes = new ArrayList<>();
    extension(Extension.extendedKeyUsage)
        .ifPresent(
            value -> {
              for (KeyPurposeId purpose : ExtendedKeyUsage.getInstance(value).getUsages()) {
                purposes.add(purpose.getId());
              }
            });
    return purposes;
  }

  boolean hasUnknownCriticalExtension() {
    Extensions extensions = certificate().getExtensions();
    if (extensions == null) {
      return false;
    }
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!KNOWN_CRITICAL.contains(oid) && !TEST.equals(oid)) {
        return true;
      }
    }
    return false;
  }

  /** From when on its private key is used, RFC 3280 §4.2.1.4. */
  public Optional<Instant> keyUsedFrom() {
    return privateKeyUsage(0);
  }

  /** Until when its private key is used. */
  public Optional<Instant> keyUsedUntil() {
    return privateKeyUsage(1);
  }

  /** Whether the private key may be used at this instant, RFC 3280 §4.2.1.4. */
  boolean privateKeyUsableAt(Instant instant) {
    Optional<Instant> from = privateKeyUsage(0);
    Optional<Instant> until = privateKeyUsage(1);
    return from.map(start -> !instant.isBefore(start)).orElse(true)
        && until.map(end -> !instant.isAfter(end)).orElse(true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateView that && der.equals(that.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }

  // Whatever can throw throws here, so that no later question does.
  private void readEverything() {
    authority();
    pathLength();
    keyUsage();
    purposes();
    spki();
    signed();
    signature();
    signatureAlgorithm();
    privateKeyUsage(0);
    privateKeyUsage(1);
  }

  private Optional<Instant> privateKeyUsage(int tag) {
    return extension(Extension.privateKeyUsagePeriod)
        .flatMap(
            value -> {
              for (ASN1Encodable part : ASN1Sequence.getInstance(value)) {
                ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
                if (tagged.getTagNo() == tag) {
                  return Optional.of(time(tagged));
                }
              }
              return Optional.empty();
            });
  }

  private static Instant time(ASN1TaggedObject tagged) {
    return Asn1Time.of(ASN1GeneralizedTime.getInstance(tagged, false));
  }

  private Optional<ASN1Encodable> extension(ASN1ObjectIdentifier oid) {
    return CertificateSummary.extension(certificate(), oid);
  }

  private Certificate certificate() {
    Certificate known = parsed;
    if (known == null) {
      known = Certificate.getInstance(der.toByteArray());
      parsed = known;
    }
    return known;
  }

  private static Bytes encoded(ASN1Object value) {
    try {
      return Bytes.of(value.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be encoded again", e);
    }
  }
}
