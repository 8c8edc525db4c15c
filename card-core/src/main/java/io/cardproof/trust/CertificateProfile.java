package io.cardproof.trust;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/** The certificate profiles of country and document signers, ICAO 9303-12 §7.1. */
public final class CertificateProfile {
  private static final int LONGEST_SERIAL = 20;
  private static final int VERSION_3 = 3;

  private final CertificateView view;
  private final Certificate certificate;
  private final @Nullable Extensions extensions;
  private final List<ProfileDefect> defects = new ArrayList<>();

  private CertificateProfile(CertificateView view) {
    this.view = view;
    this.certificate = Certificate.getInstance(view.der().toByteArray());
    this.extensions = certificate.getExtensions();
  }

  /** Where the certificate of a country signer, or a link, is not as the profile wants it. */
  public static List<ProfileDefect> ofAuthority(CertificateView view) {
    return new CertificateProfile(view).authority();
  }

  /** Where the certificate of a document signer is not as the profile wants it. */
  public static List<ProfileDefect> ofDocumentSigner(CertificateView view) {
    return new CertificateProfile(view).documentSigner();
  }

  private List<ProfileDefect> authority() {
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
    return List.copyOf(defects);
  }

  private List<ProfileDefect> documentSigner() {
    if (usage()) {
      add(beyond(KeyUsage.digitalSignature), ProfileDefect.KEY_USAGE_MORE_THAN_SIGNATURES);
    }
    add(extension(Extension.basicConstraints).isPresent(), ProfileDefect.BASIC_CONSTRAINTS);
    add(!view.purposes().isEmpty(), ProfileDefect.EXTENDED_KEY_USAGE);
    body();
    add(view.authorityKeyId().isEmpty(), ProfileDefect.NO_AUTHORITY_KEY_ID);
    return List.copyOf(defects);
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
    int all =
        KeyUsage.digitalSignature
            | KeyUsage.nonRepudiation
            | KeyUsage.keyEncipherment
            | KeyUsage.dataEncipherment
            | KeyUsage.keyAgreement
            | KeyUsage.keyCertSign
            | KeyUsage.cRLSign
            | KeyUsage.encipherOnly
            | KeyUsage.decipherOnly;
    int others = all & ~allowed;
    for (int bit = Integer.lowestOneBit(others); others != 0; bit = Integer.lowestOneBit(others)) {
      if (has(bit)) {
        return true;
      }
      others &= ~bit;
    }
    return false;
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
    add(!view.country().equals(view.issuerCountry()), ProfileDefect.COUNTRY_DIFFERS);
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
