package io.cardproof.trust;

import io.cardproof.check.Reason;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a link certificate must be to carry trust, ICAO 9303-12 §7.1 and RFC 5280 §6.1.4. An anchor
 * is a name and a key that the operator vouches for; a link vouches for itself.
 */
final class LinkRules {
  private LinkRules() {}

  /**
   * Why it may not certify others; empty if it may.
   *
   * @param below the links that follow it, towards the signer
   */
  static Optional<Reason> refusal(CertificateView link, List<StoredCertificate> below) {
    boolean mayCertify =
        link.authority()
            && link.keyUsage().map(usage -> usage.hasUsages(KeyUsage.keyCertSign)).orElse(true)
            && !link.hasUnknownCriticalExtension()
            && link.pathLength().map(most -> counted(below) <= most).orElse(true);
    return mayCertify ? Optional.empty() : Optional.of(Reason.CSCA_LINK_UNSUITABLE);
  }

  /** Whether it names itself as its issuer, by name and, where it says, by key. */
  static boolean selfSigned(CertificateView certificate) {
    return selfIssued(certificate)
        && certificate
            .authorityKeyId()
            .map(id -> certificate.subjectKeyId().filter(id::equals).isPresent())
            .orElse(true);
  }

  // A key roll does not count, RFC 5280 §4.2.1.9, and neither does the same issuer's new name.
  private static long counted(List<StoredCertificate> below) {
    return below.stream()
        .map(StoredCertificate::certificate)
        .filter(link -> !selfIssued(link) && !link.changesName())
        .count();
  }

  private static boolean selfIssued(CertificateView certificate) {
    return certificate.subject().equals(certificate.issuer());
  }
}
