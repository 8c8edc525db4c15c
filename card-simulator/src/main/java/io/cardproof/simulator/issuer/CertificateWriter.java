package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Writes one X.509 v3 certificate. */
final class CertificateWriter {
  private final X500Name issuer;
  private final SigningKey issuerKey;

  CertificateWriter(X500Name issuer, SigningKey issuerKey) {
    this.issuer = issuer;
    this.issuerKey = issuerKey;
  }

  Certificate write(
      BigInteger serial,
      X500Name subject,
      SubjectPublicKeyInfo key,
      Instant from,
      Instant until,
      List<Extension> extensions) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new org.bouncycastle.asn1.ASN1Integer(serial));
    generator.setIssuer(issuer);
    generator.setSubject(subject);
    generator.setSubjectPublicKeyInfo(key);
    generator.setStartDate(time(from));
    generator.setEndDate(time(until));
    generator.setSignature(issuerKey.algorithm());
    generator.setExtensions(new Extensions(extensions.toArray(new Extension[0])));
    TBSCertificate body = generator.generateTBSCertificate();
    return Certificate.getInstance(signed(body, issuerKey));
  }

  /** The same certificate written with a fault, and signed again. */
  ASN1Sequence deviating(Certificate usual, IssuingFault fault) {
    ASN1Sequence body = ASN1Sequence.getInstance(usual.getTBSCertificate().toASN1Primitive());
    ASN1Sequence changed = fault.certificateBody(body);
    return fault.certificate(
        changed.equals(body)
            ? ASN1Sequence.getInstance(usual.toASN1Primitive())
            : signed(changed, issuerKey));
  }

  /** A to-be-signed structure, the algorithm and the signature: certificates and lists alike. */
  static DERSequence signed(org.bouncycastle.asn1.ASN1Encodable body, SigningKey key) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(body);
    parts.add(key.algorithm());
    parts.add(new DERBitString(key.sign(SigningKey.der(body))));
    return new DERSequence(parts);
  }

  /** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
  static Time time(Instant instant) {
    return new Time(Date.from(instant));
  }
}
