package io.cardproof.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of its issuer a revocation list speaks of, RFC 5280 §5.2.5. A country signer's
 * list is whole, ICAO 9303-12 §4.1.5; a list that leaves things out proves nothing beyond them.
 *
 * @param limits what it leaves out
 * @param points where it is published, if it speaks only of certificates that name that place
 */
record RevocationScope(Set<Limit> limits, Set<String> points) {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.authorityKeyIdentifier,
          Extension.cRLNumber,
          Extension.issuingDistributionPoint,
          Extension.deltaCRLIndicator,
          Extension.issuerAlternativeName);
  private static final Set<ASN1ObjectIdentifier> KNOWN_OF_ENTRIES =
      Set.of(Extension.reasonCode, Extension.invalidityDate, Extension.instructionCode);

  /** What a list leaves out, or demands. */
  enum Limit {
    NO_AUTHORITIES,
    AUTHORITIES_ONLY,
    ATTRIBUTES_ONLY,
    SOME_REASONS,
    OTHER_ISSUERS,
    CHANGES_ONLY,
    UNKNOWN_EXTENSION
  }

  RevocationScope {
    limits = Set.copyOf(limits);
    points = Set.copyOf(points);
  }

  static RevocationScope of(CertificateList list) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    Set<String> points = new HashSet<>();
    Extensions extensions = list.getTBSCertList().getExtensions();
    if (unknown(extensions, KNOWN) || entries(list).stream().anyMatch(RevocationScope::unknown)) {
      limits.add(Limit.UNKNOWN_EXTENSION);
    }
    if (extensions != null && extensions.getExtension(Extension.deltaCRLIndicator) != null) {
      limits.add(Limit.CHANGES_ONLY);
    }
    if (extensions != null && extensions.getExtension(Extension.issuingDistributionPoint) != null) {
      IssuingDistributionPoint place =
          IssuingDistributionPoint.getInstance(
              extensions.getExtensionParsedValue(Extension.issuingDistributionPoint));
      limits.addAll(limits(place));
      points.addAll(names(place.getDistributionPoint(), list.getIssuer()));
    }
    return new RevocationScope(limits, points);
  }

  /** Whether a list with this scope that does not name the certificate says that it is good. */
  boolean covers(CertificateView certificate) {
    Set<Limit> left = EnumSet.noneOf(Limit.class);
    left.addAll(limits);
    left.remove(certificate.authority() ? Limit.AUTHORITIES_ONLY : Limit.NO_AUTHORITIES);
    return left.isEmpty() && (points.isEmpty() || named(certificate));
  }

  /** Whether a serial number on a list with this scope is one of its issuer's. */
  boolean namesItsOwn() {
    return !limits.contains(Limit.OTHER_ISSUERS) && !limits.contains(Limit.ATTRIBUTES_ONLY);
  }

  private boolean named(CertificateView certificate) {
    Certificate whole = Certificate.getInstance(certificate.der().toByteArray());
    return Optional.ofNullable(whole.getExtensions())
        .flatMap(all -> Optional.ofNullable(CRLDistPoint.fromExtensions(all)))
        .map(CRLDistPoint::getDistributionPoints)
        .map(List::of)
        .orElse(List.of())
        .stream()
        // A place that another authority fills, or that tells some reasons only, is partial.
        .filter(point -> point.getCRLIssuer() == null && point.getReasons() == null)
        .map(DistributionPoint::getDistributionPoint)
        .anyMatch(name -> !Collections.disjoint(points, names(name, whole.getIssuer())));
  }

  private static Set<Limit> limits(IssuingDistributionPoint place) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    if (place.onlyContainsUserCerts()) {
      limits.add(Limit.NO_AUTHORITIES);
    }
    if (place.onlyContainsCACerts()) {
      limits.add(Limit.AUTHORITIES_ONLY);
    }
    if (place.onlyContainsAttributeCerts()) {
      limits.add(Limit.ATTRIBUTES_ONLY);
    }
    if (place.getOnlySomeReasons() != null) {
      limits.add(Limit.SOME_REASONS);
    }
    if (place.isIndirectCRL()) {
      limits.add(Limit.OTHER_ISSUERS);
    }
    return limits;
  }

  private static boolean unknown(TBSCertList.CRLEntry entry) {
    return unknown(entry.getExtensions(), KNOWN_OF_ENTRIES);
  }

  private static boolean unknown(@Nullable Extensions extensions, Set<ASN1ObjectIdentifier> known) {
    return extensions != null && !known.containsAll(List.of(extensions.getCriticalExtensionOIDs()));
  }

  private static List<TBSCertList.CRLEntry> entries(CertificateList list) {
    return List.of(list.getRevokedCertificates());
  }

  // The names of a place, each as a text that can be compared.
  private static Set<String> names(@Nullable DistributionPointName place, X500Name issuer) {
    Set<String> names = new HashSet<>();
    if (place == null) {
      return names;
    }
    if (place.getType() == DistributionPointName.NAME_RELATIVE_TO_CRL_ISSUER) {
      names.add(GeneralName.directoryName + Names.normalised(below(issuer, place.getName())));
      return names;
    }
    for (GeneralName name : GeneralNames.getInstance(place.getName()).getNames()) {
      names.add(
          name.getTagNo()
              + (name.getTagNo() == GeneralName.directoryName
                  ? Names.normalised(X500Name.getInstance(name.getName()))
                  : name.getName().toString()));
    }
    return names;
  }

  private static X500Name below(X500Name issuer, ASN1Encodable relative) {
    List<RDN> parts = new ArrayList<>(List.of(issuer.getRDNs()));
    parts.add(RDN.getInstance(relative));
    return new X500Name(parts.toArray(RDN[]::new));
  }
}
