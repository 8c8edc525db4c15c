package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What finds a certificate in a store and decides whether to look closer. A snapshot keeps it
 * beside the bytes, so that loading parses no certificate.
 *
 * @param subject in normalised form
 * @param issuer in normalised form
 * @param testOnly whether it is marked as being for tests only
 */
record CertificateSummary(
    String subject,
    String issuer,
    Optional<Bytes> subjectKeyId,
    Optional<Bytes> authorityKeyId,
    Instant notBefore,
    Instant notAfter,
    boolean testOnly) {
  static CertificateSummary of(Certificate certificate) {
    return new CertificateSummary(
        Names.normalised(certificate.getSubject()),
        Names.normalised(certificate.getIssuer()),
        subjectKeyId(certificate),
        authorityKeyId(certificate),
        Asn1Time.of(certificate.getStartDate()),
        Asn1Time.of(certificate.getEndDate()),
        extension(certificate, CertificateView.TEST).isPresent());
  }

  static Optional<ASN1Encodable> extension(Certificate certificate, ASN1ObjectIdentifier oid) {
    Extensions extensions = certificate.getExtensions();
    Extension extension = extensions == null ? null : extensions.getExtension(oid);
    return extension == null ? Optional.empty() : Optional.of(extension.getParsedValue());
  }

  private static Optional<Bytes> subjectKeyId(Certificate certificate) {
    return extension(certificate, Extension.subjectKeyIdentifier)
        .map(value -> Bytes.of(ASN1OctetString.getInstance(value).getOctets()));
  }

  private static Optional<Bytes> authorityKeyId(Certificate certificate) {
    return extension(certificate, Extension.authorityKeyIdentifier)
        .map(AuthorityKeyIdentifier::getInstance)
        .flatMap(identifier -> Optional.ofNullable(identifier.getKeyIdentifierOctets()))
        .map(Bytes::of);
  }
}
