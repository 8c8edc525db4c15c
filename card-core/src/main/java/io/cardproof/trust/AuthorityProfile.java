package io.cardproof.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** The certificate profile of country signers, ICAO 9303-12 §7.1. Real ones differ in many ways. */
final class AuthorityProfile {
  private static final int LONGEST_SERIAL = 20;

  private AuthorityProfile() {}

  /** Where a certificate is not as the profile wants it, each in a few stable English words. */
  static List<String> defects(CertificateView view, CertificateFacts facts) {
    Optional<Extensions> extensions =
        Optional.ofNullable(Certificate.getInstance(view.der().toByteArray()).getExtensions());
    List<String> defects = new ArrayList<>();
    constraints(facts, extensions, defects);
    usage(facts, extensions, defects);
    serial(facts, defects);
    country(view, defects);
    add(defects, view.subjectKeyId().isEmpty(), "no subject key identifier");
    boolean link = !CertificateFacts.selfIssued(view);
    add(defects, link && view.authorityKeyId().isEmpty(), "no authority key identifier");
    add(defects, view.hasUnknownCriticalExtension(), "unknown critical extension");
    return defects;
  }

  private static void constraints(
      CertificateFacts facts, Optional<Extensions> extensions, List<String> defects) {
    if (!present(extensions, Extension.basicConstraints)) {
      defects.add("no basic constraints");
      return;
    }
    add(defects, !facts.authority(), "not an authority by its basic constraints");
    add(defects, !critical(extensions, Extension.basicConstraints), "constraints not critical");
    boolean other = facts.pathLength().map(most -> most.signum() != 0).orElse(true);
    add(defects, facts.authority() && other, "path length other than 0");
  }

  private static void usage(
      CertificateFacts facts, Optional<Extensions> extensions, List<String> defects) {
    if (facts.keyUsage().isEmpty()) {
      defects.add("no key usage");
      return;
    }
    add(defects, !facts.keyUsage().contains("keyCertSign"), "key usage without keyCertSign");
    boolean more = !List.of("keyCertSign", "cRLSign").containsAll(facts.keyUsage());
    add(defects, more, "key usage beyond certificates and lists");
    add(defects, !critical(extensions, Extension.keyUsage), "key usage not critical");
    add(defects, !facts.purposes().isEmpty(), "extended key usage");
  }

  private static void serial(CertificateFacts facts, List<String> defects) {
    add(defects, facts.serialNumber().signum() <= 0, "serial number not positive");
    boolean tooLong = facts.serialNumber().bitLength() / 8 + 1 > LONGEST_SERIAL;
    add(defects, tooLong, "serial number longer than 20 bytes");
  }

  private static void country(CertificateView view, List<String> defects) {
    add(defects, view.country().isEmpty(), "no country");
    boolean length = view.country().map(code -> code.length() != 2).orElse(false);
    add(defects, length, "country not of two letters");
    add(defects, !view.country().equals(view.issuerCountry()), "another country than its issuer");
  }

  private static void add(List<String> defects, boolean wrong, String defect) {
    if (wrong) {
      defects.add(defect);
    }
  }

  private static boolean present(Optional<Extensions> extensions, ASN1ObjectIdentifier oid) {
    return extensions.map(all -> all.getExtension(oid) != null).orElse(false);
  }

  private static boolean critical(Optional<Extensions> extensions, ASN1ObjectIdentifier oid) {
    return extensions.map(all -> all.getExtension(oid)).map(Extension::isCritical).orElse(false);
  }
}
