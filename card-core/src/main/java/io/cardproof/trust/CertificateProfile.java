package io.cardproof.trust;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/** The certificate profiles of country and document signers, ICAO 9303-12 §7.1. */
public final class CertificateProfile {
  private static final int LONGEST_SERIAL = 20;
  private static final int VERSION_3 = 3;
  private static final Instant LONG_YEARS = Instant.parse("2050-01-01T00:00:00Z");

  private final CertificateView view;
  private final Certificate certificate;
  private final @Nullable Extensions extensions;
  private final Set<ProfileDefect> defects = EnumSet.noneOf(ProfileDefect.class);

  private CertificateProfile(CertificateView view) {
    this.view = view;
    this.certificate = Certificate.getInstance(view.der().toByteArray());
    this.extensions = certificate.getExtensions();
  }

  /** Where the certificate of a country signer, or a link, is not as the profile wants it. */
  public static Set<ProfileDefect> ofAuthority(CertificateView view) {
    return new CertificateProfile(view).authority();
  }

  /** Where the certificate of a document signer is not as the profile wants it. */
  public static Set<ProfileDefect> ofDocumentSigner(CertificateView view) {
    return new CertificateProfile(view).documentSigner();
  }

  private Set<ProfileDefect> authority() {
    constraints();
    if (usage()) {
      add(!has(KeyUsage.keyCertSign), ProfileDefect.KEY_USAGE_WITHOUT_CERTIFICATES);
      add(beyond(KeyUsage.keyCertSign | KeyUsage.cRLSign), ProfileDefect.KEY_USAGE_BEYOND);
    }
    add(!view.purposes().isEmpty(), ProfileDefect.EXTENDED_KEY_USAGE);
    body();
    add(view.subjectKeyId().isEmpty(), ProfileDefect.NO_SUBJECT_KEY_ID);
    add(
        !CertificateFacts.selfIssued(view) && view.authorityKeyId().isEmpty(),
        ProfileDefect.NO_AUTHORITY_KEY_ID);
    add(view.hasUnknownCriticalExtension(), ProfileDefect.UNKNOWN_CRITICAL_EXTENSION);
    return Collections.unmodifiableSet(defects);
  }

  private Set<ProfileDefect> documentSigner() {
    if (usage()) {
      add(beyond(KeyUsage.digitalSignature), ProfileDefect.KEY_USAGE_MORE_THAN_SIGNATURES);
    }
    add(extension(Extension.basicConstraints).isPresent(), ProfileDefect.BASIC_CONSTRAINTS);
    add(!view.purposes().isEmpty(), ProfileDefect.EXTENDED_KEY_USAGE);
    body();
    add(view.authorityKeyId().isEmpty(), ProfileDefect.NO_AUTHORITY_KEY_ID);
    return Collections.unmodifiableSet(defects);
  }

  private void constraints() {
    Optional<Extension> extension = extension(Extension.basicConstraints);
    if (extension.isEmpty()) {
      add(true, ProfileDefect.NO_BASIC_CONSTRAINTS);
      return;
    }
    add(!view.authority(), ProfileDefect.NOT_AN_AUTHORITY);
    add(!extension.get().isCritical(), ProfileDefect.CONSTRAINTS_NOT_CRITICAL);
    BigInteger most =
        BasicConstraints.getInstance(extension.get().getParsedValue()).getPathLenConstraint();
    add(view.authority() && (most == null || most.signum() != 0), ProfileDefect.PATH_LENGTH);
  }

  private boolean usage() {
    Optional<Extension> extension = extension(Extension.keyUsage);
    add(extension.isEmpty(), ProfileDefect.NO_KEY_USAGE);
    add(
        extension.isPresent() && !extension.get().isCritical(),
        ProfileDefect.KEY_USAGE_NOT_CRITICAL);
    return extension.isPresent();
  }

  private boolean has(int usage) {
    return view.keyUsage().map(stated -> stated.hasUsages(usage)).orElse(false);
  }

  private boolean beyond(int allowed) {
    return extension(Extension.keyUsage)
        .map(stated -> DERBitString.getInstance(stated.getParsedValue()))
        .map(bits -> (bits.intValue() & ~allowed) != 0)
        .orElse(false);
  }

  private void body() {
    BigInteger serial = view.serialNumber();
    add(certificate.getVersionNumber() != VERSION_3, ProfileDefect.VERSION);
    add(
        !certificate.getSignatureAlgorithm().equals(certificate.getTBSCertificate().getSignature()),
        ProfileDefect.SIGNATURE_ALGORITHMS_DIFFER);
    add(serial.signum() <= 0, ProfileDefect.SERIAL_NOT_POSITIVE);
    add(serial.bitLength() / 8 + 1 > LONGEST_SERIAL, ProfileDefect.SERIAL_TOO_LONG);
    add(view.country().isEmpty(), ProfileDefect.NO_COUNTRY);
    add(view.country().map(code -> code.length() != 2).orElse(false), ProfileDefect.COUNTRY_LENGTH);
    add(lowerCase(), ProfileDefect.COUNTRY_LOWER_CASE);
    add(view.issuerCountry().isEmpty(), ProfileDefect.NO_ISSUER_COUNTRY);
    add(differs(view.country(), view.issuerCountry()), ProfileDefect.COUNTRY_DIFFERS);
    add(!timesInTheirForms(), ProfileDefect.TIME_FORM);
  }

  private static boolean differs(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private boolean timesInTheirForms() {
    return inItsForm(certificate.getStartDate(), view.notBefore())
        && inItsForm(certificate.getEndDate(), view.notAfter());
  }

  // RFC 5280 §4.1.2.5.
  private static boolean inItsForm(Time time, Instant instant) {
    return instant.isBefore(LONG_YEARS) == time.toASN1Primitive() instanceof ASN1UTCTime;
  }

  private boolean lowerCase() {
    RDN[] countries = certificate.getSubject().getRDNs(BCStyle.C);
    return countries.length > 0
        && countries[0].getFirst().getValue().toASN1Primitive() instanceof ASN1String text
        && text.getString().chars().anyMatch(Character::isLowerCase);
  }

  private void add(boolean wrong, ProfileDefect defect) {
    if (wrong) {
      defects.add(defect);
    }
  }

  private Optional<Extension> extension(ASN1ObjectIdentifier oid) {
    return Optional.ofNullable(extensions).map(all -> all.getExtension(oid));
  }
}
