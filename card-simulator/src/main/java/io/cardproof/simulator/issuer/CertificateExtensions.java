package io.cardproof.simulator.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The extensions of the certificate profiles in ICAO 9303-12 §7.1. */
final class CertificateExtensions {
  private static final ASN1ObjectIdentifier DOCUMENT_TYPE_LIST =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.2");

  private static final ASN1ObjectIdentifier NAME_CHANGE =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.1");

  private CertificateExtensions() {}

  static Extension subjectKeyIdentifier(byte[] keyId) {
    return extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId));
  }

  static Extension authorityKeyIdentifier(byte[] keyId) {
    return extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId));
  }

  static Extension certificateAuthority() {
    return extension(Extension.basicConstraints, true, new BasicConstraints(0));
  }

  static Extension keyUsage(int bits) {
    return extension(Extension.keyUsage, true, new KeyUsage(bits));
  }

  static Extension privateKeyUsagePeriod(Instant from, Instant until) {
    ASN1EncodableVector period = new ASN1EncodableVector();
    period.add(new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(from))));
    period.add(new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(until))));
    return extension(Extension.privateKeyUsagePeriod, false, new DERSequence(period));
  }

  static Extension alternativeName(ASN1ObjectIdentifier which, String state, List<String> uris) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(new X500Name("L=" + state)));
    uris.forEach(uri -> names.add(uriName(uri)));
    return extension(which, false, new GeneralNames(names.toArray(new GeneralName[0])));
  }

  static Extension crlDistributionPoints(List<String> uris) {
    DistributionPoint[] points =
        uris.stream()
            .map(uri -> new DistributionPointName(new GeneralNames(uriName(uri))))
            .map(name -> new DistributionPoint(name, null, null))
            .toArray(DistributionPoint[]::new);
    return extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
  }

  static Extension certificateOfIssuer(String uri) {
    return extension(
        Extension.authorityInfoAccess,
        false,
        new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, uriName(uri)));
  }

  private static GeneralName uriName(String uri) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
  }

  static Extension documentTypes(List<String> codes) {
    ASN1EncodableVector set = new ASN1EncodableVector();
    codes.forEach(code -> set.add(new DERPrintableString(code)));
    ASN1EncodableVector list = new ASN1EncodableVector();
    list.add(new ASN1Integer(0));
    list.add(new DERSet(set));
    return extension(DOCUMENT_TYPE_LIST, false, new DERSequence(list));
  }

  /** Marks a link between two names of one CA. */
  static Extension nameChange() {
    return extension(NAME_CHANGE, false, DERNull.INSTANCE);
  }

  static Extension criticalNameChange() {
    return extension(NAME_CHANGE, true, DERNull.INSTANCE);
  }

  /** The one purpose of a signer of lists. */
  static Extension purpose(ASN1ObjectIdentifier id) {
    return extension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.getInstance(id)));
  }

  static Extension extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return Extension.create(id, critical, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
