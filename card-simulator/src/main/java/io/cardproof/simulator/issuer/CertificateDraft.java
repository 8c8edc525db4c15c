package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;

/** An X.509 v3 certificate before it is signed; it takes what no standard allows as well. */
final class CertificateDraft {
  private static final int VERSION_3 = 2;
  private static final int EXTENSIONS = 3;

  private final SubjectPublicKeyInfo key;
  private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
  private BigInteger serial;
  private X500Name issuer;
  private X500Name subject;
  private ASN1Encodable from;
  private ASN1Encodable until;
  private UnaryOperator<byte[]> seal = UnaryOperator.identity();

  CertificateDraft(
      BigInteger serial,
      X500Name issuer,
      X500Name subject,
      SubjectPublicKeyInfo key,
      Instant from,
      Instant until) {
    this.serial = serial;
    this.issuer = issuer;
    this.subject = subject;
    this.key = key;
    this.from = time(from);
    this.until = time(until);
  }

  CertificateDraft with(List<Extension> added) {
    added.forEach(this::with);
    return this;
  }

  /** Adds an extension, or takes it in place of the one with its identifier. */
  CertificateDraft with(Extension extension) {
    extensions.put(extension.getExtnId(), extension);
    return this;
  }

  CertificateDraft without(ASN1ObjectIdentifier id) {
    extensions.remove(id);
    return this;
  }

  /** The extension with the other criticality. */
  CertificateDraft uncritical(ASN1ObjectIdentifier id) {
    Extension known = extensions.get(id);
    return known == null ? this : with(new Extension(id, false, known.getExtnValue()));
  }

  CertificateDraft numbered(BigInteger number) {
    serial = number;
    return this;
  }

  BigInteger number() {
    return serial;
  }

  /** Writes the subject otherwise, and the issuer too where they are one. */
  CertificateDraft subject(UnaryOperator<X500Name> change) {
    if (issuer.equals(subject)) {
      issuer = change.apply(issuer);
    }
    subject = change.apply(subject);
    return this;
  }

  /** Writes the issuer otherwise. */
  CertificateDraft issuer(UnaryOperator<X500Name> change) {
    issuer = change.apply(issuer);
    return this;
  }

  /** Writes both times otherwise. */
  CertificateDraft times(UnaryOperator<ASN1Encodable> change) {
    from = change.apply(from);
    until = change.apply(until);
    return this;
  }

  /** Ends it so long after its first day. */
  CertificateDraft lasting(Period life) {
    Instant start = Time.getInstance(from).getDate().toInstant();
    until = time(start.atOffset(ZoneOffset.UTC).plus(life).toInstant());
    return this;
  }

  /** Spoils the signature. */
  CertificateDraft forged() {
    seal =
        signature -> {
          signature[signature.length - 1] ^= 1;
          return signature;
        };
    return this;
  }

  Certificate sign(SigningKey issuerKey) {
    ASN1EncodableVector validity = new ASN1EncodableVector();
    validity.add(from);
    validity.add(until);
    ASN1EncodableVector body = new ASN1EncodableVector();
    body.add(new DERTaggedObject(true, 0, new ASN1Integer(VERSION_3)));
    body.add(new ASN1Integer(serial));
    body.add(issuerKey.algorithm());
    body.add(issuer);
    body.add(new DERSequence(validity));
    body.add(subject);
    body.add(key);
    body.add(new DERTaggedObject(true, EXTENSIONS, allExtensions()));
    return Certificate.getInstance(signed(new DERSequence(body), issuerKey, seal));
  }

  private Extensions allExtensions() {
    return new Extensions(extensions.values().toArray(new Extension[0]));
  }

  /** The same certificate written with a fault, and signed again. */
  static ASN1Sequence deviating(Certificate usual, IssuingFault fault, SigningKey issuerKey) {
    ASN1Sequence body = ASN1Sequence.getInstance(usual.getTBSCertificate().toASN1Primitive());
    ASN1Sequence changed = fault.certificateBody(body);
    return fault.certificate(
        changed.equals(body)
            ? ASN1Sequence.getInstance(usual.toASN1Primitive())
            : signed(changed, issuerKey));
  }

  /** A to-be-signed structure, the algorithm and the signature: certificates and lists alike. */
  static DERSequence signed(ASN1Encodable body, SigningKey key) {
    return signed(body, key, UnaryOperator.identity());
  }

  private static DERSequence signed(
      ASN1Encodable body, SigningKey key, UnaryOperator<byte[]> seal) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(body);
    parts.add(key.algorithm());
    parts.add(new DERBitString(seal.apply(key.sign(SigningKey.der(body)))));
    return new DERSequence(parts);
  }

  /** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
  static Time time(Instant instant) {
    return new Time(Date.from(instant));
  }
}
