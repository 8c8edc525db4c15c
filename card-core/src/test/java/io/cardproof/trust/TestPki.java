package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A country signer and what it issues, made for one test. */
public final class TestPki {
  /** When everything here was made. */
  public static final Instant ISSUED = Instant.parse("2024-01-01T00:00:00Z");

  private static final Instant CSCA_START = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant CSCA_END = Instant.parse("2036-01-01T00:00:00Z");
  private static final Instant SIGNER_END = Instant.parse("2035-01-01T00:00:00Z");

  private static final ASN1ObjectIdentifier NAME_CHANGE =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.1");

  private final X500Name name;
  private final KeyPair keys;

  private TestPki(String name, KeyPair keys) {
    this.name = new X500Name(name);
    this.keys = keys;
  }

  public static TestPki named(String name) throws Exception {
    return new TestPki(name, newKeys());
  }

  /** The same name, another key. */
  public TestPki successor() throws Exception {
    return new TestPki(name.toString(), newKeys());
  }

  /** The same key, another name. */
  public TestPki renamed(String other) {
    return new TestPki(other, keys);
  }

  public Bytes csca() throws Exception {
    return csca(CSCA_START, CSCA_END);
  }

  public Bytes csca(Instant from, Instant to) throws Exception {
    X509v3CertificateBuilder builder = builder(name, keys, from, to);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return signed(builder, "SHA256withECDSA");
  }

  /** A certificate of this key and name by an older country signer, RFC 4210 §4.4. */
  public CertificateView link(TestPki older) throws Exception {
    return link(older, CSCA_START, new BasicConstraints(0));
  }

  public CertificateView link(TestPki older, Instant from, BasicConstraints constraints)
      throws Exception {
    return link(older, from, constraints, KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  public CertificateView link(
      TestPki older, Instant from, BasicConstraints constraints, int keyUsage) throws Exception {
    X509v3CertificateBuilder builder = older.builder(name, keys, from, CSCA_END);
    builder.addExtension(Extension.basicConstraints, true, constraints);
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
    if (!name.equals(older.name)) {
      builder.addExtension(NAME_CHANGE, true, DERNull.INSTANCE);
    }
    return CertificateView.of(older.signed(builder, "SHA256withECDSA"));
  }

  /** A document signer that says no more than it must. */
  public CertificateView signer(Extra... extras) throws Exception {
    return signer("C=UT,CN=Signer", KeyUsage.digitalSignature, "SHA256withECDSA", extras);
  }

  public CertificateView signer(String subject, int usage, String algorithm, Extra... extras)
      throws Exception {
    return signer(newKeys(), subject, usage, algorithm, extras);
  }

  /** A document signer with keys that the caller has. */
  public CertificateView signer(KeyPair its) throws Exception {
    return signer(its, "C=UT,CN=Signer", KeyUsage.digitalSignature, "SHA256withECDSA");
  }

  /** A signer with keys that the caller has, and more. */
  public CertificateView signer(
      KeyPair its, String subject, int usage, String algorithm, Extra... extras) throws Exception {
    X509v3CertificateBuilder builder = builder(new X500Name(subject), its, ISSUED, SIGNER_END);
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    for (Extra extra : extras) {
      builder.addExtension(new ASN1ObjectIdentifier(extra.oid()), true, extra.value());
    }
    return CertificateView.of(signed(builder, algorithm));
  }

  /** A revocation list that names these serial numbers. */
  public Bytes crl(Instant from, Instant to, BigInteger... serials) throws Exception {
    X509v2CRLBuilder builder = listOf(from, serials);
    builder.setNextUpdate(Date.from(to));
    return signed(builder);
  }

  /** A revocation list that names one serial number, for a reason by its number. */
  public Bytes crl(Instant from, Instant to, int reason, BigInteger serial) throws Exception {
    X509v2CRLBuilder builder = listOf(from);
    builder.setNextUpdate(Date.from(to));
    Extension code =
        new Extension(Extension.reasonCode, false, new ASN1Enumerated(reason).getEncoded());
    builder.addCRLEntry(serial, Date.from(from), new Extensions(code));
    return signed(builder);
  }

  /** A revocation list that does not say until when it is fresh. */
  public Bytes openCrl(Instant from) throws Exception {
    return signed(listOf(from));
  }

  /** A revocation list with one critical extension. */
  public Bytes crl(Instant from, Instant to, Extra extra, BigInteger... serials) throws Exception {
    X509v2CRLBuilder builder = listOf(from, serials);
    builder.setNextUpdate(Date.from(to));
    builder.addExtension(new ASN1ObjectIdentifier(extra.oid()), true, extra.value());
    return signed(builder);
  }

  private X509v2CRLBuilder listOf(Instant from, BigInteger... serials) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(from));
    for (BigInteger serial : serials) {
      builder.addCRLEntry(serial, Date.from(from), CRLReason.keyCompromise);
    }
    return builder;
  }

  private Bytes signed(X509v2CRLBuilder builder) throws Exception {
    return Bytes.of(
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
            .getEncoded());
  }

  /** A critical extension. */
  public record Extra(String oid, ASN1Encodable value) {}

  private X509v3CertificateBuilder builder(
      X500Name subject, KeyPair subjectKeys, Instant from, Instant to) throws Exception {
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(1L + Integer.toUnsignedLong(subjectKeys.getPublic().hashCode())),
            Date.from(from),
            Date.from(to),
            subject,
            subjectKeys.getPublic());
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(subjectKeys.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(keys.getPublic()));
    return builder;
  }

  private Bytes signed(X509v3CertificateBuilder builder, String algorithm) throws Exception {
    return Bytes.of(
        builder
            .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
            .getEncoded());
  }

  public static KeyPair newKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
