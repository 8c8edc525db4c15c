package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A security object with all the right parts and no true signature; each part can be replaced. */
final class SodFixture {
  static final Date SIGNED = Date.from(Instant.parse("2026-01-02T03:04:05Z"));
  static final String ISSUER = "C=VN,O=Test Authority,CN=Test CSCA";
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  String contentOid = "2.23.136.1.1.1";
  int ldsVersion = 0;
  int[] dataGroups = {1, 2, 14};
  List<ASN1Encodable> certificates = new ArrayList<>(List.of(certificate(ISSUER, 7, "01")));
  ASN1Encodable sid = issuerAndSerial(ISSUER, 7);
  List<ASN1Encodable> attributes =
      new ArrayList<>(
          List.of(
              attribute(CMSAttributes.signingTime, new DERUTCTime(SIGNED)),
              attribute(CMSAttributes.messageDigest, new DEROctetString(new byte[32])),
              attribute(CMSAttributes.contentType, new ASN1ObjectIdentifier("2.23.136.1.1.1"))));
  int signers = 1;

  Bytes file() throws Exception {
    List<ASN1Encodable> infos = new ArrayList<>();
    for (int i = 0; i < signers; i++) {
      infos.add(signerInfo());
    }
    DLSequence signedData =
        sequence(
            new ASN1Integer(3),
            new DLSet(SHA_256),
            sequence(
                new ASN1ObjectIdentifier(contentOid),
                new DLTaggedObject(true, 0, new DEROctetString(ldsSecurityObject().getEncoded()))),
            new DLTaggedObject(false, 0, new DLSet(certificates.toArray(ASN1Encodable[]::new))),
            new DLSet(infos.toArray(ASN1Encodable[]::new)));
    DLSequence content =
        sequence(
            new ASN1ObjectIdentifier("1.2.840.113549.1.7.2"),
            new DLTaggedObject(true, 0, signedData));
    return Fixture.tlv(0x77, Bytes.of(content.getEncoded()));
  }

  static DLSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable... values) {
    return sequence(type, new DLSet(values));
  }

  static ASN1Encodable issuerAndSerial(String issuer, int serial) {
    return sequence(new X500Name(issuer), new ASN1Integer(serial));
  }

  static ASN1Encodable keyIdentifier(String hex) {
    return new DLTaggedObject(false, 0, new DEROctetString(Bytes.ofHex(hex).toByteArray()));
  }

  static ASN1Encodable certificate(String issuer, int serial, String keyIdentifier) {
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new DEROctetString(Bytes.ofHex(keyIdentifier).toByteArray()));
      V3TBSCertificateGenerator tbs = new V3TBSCertificateGenerator();
      tbs.setSerialNumber(new ASN1Integer(BigInteger.valueOf(serial)));
      tbs.setSignature(ECDSA);
      tbs.setIssuer(new X500Name(issuer));
      tbs.setSubject(new X500Name("C=VN,CN=Test Signer"));
      tbs.setStartDate(new Time(SIGNED));
      tbs.setEndDate(new Time(SIGNED));
      tbs.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(ECDSA, new byte[] {4}));
      tbs.setExtensions(extensions.generate());
      return sequence(tbs.generateTBSCertificate(), ECDSA, new DERBitString(new byte[4]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ASN1Encodable signerInfo() {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(1));
    parts.add(sid);
    parts.add(SHA_256);
    if (!attributes.isEmpty()) {
      parts.add(new DLTaggedObject(false, 0, new DLSet(attributes.toArray(ASN1Encodable[]::new))));
    }
    parts.add(ECDSA);
    parts.add(new DEROctetString(new byte[] {1, 2, 3}));
    return new DLSequence(parts);
  }

  private DLSequence ldsSecurityObject() {
    ASN1EncodableVector hashes = new ASN1EncodableVector();
    for (int number : dataGroups) {
      hashes.add(sequence(new ASN1Integer(number), new DEROctetString(new byte[32])));
    }
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(ldsVersion));
    parts.add(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
    parts.add(new DLSequence(hashes));
    if (ldsVersion == 1) {
      parts.add(sequence(new DERPrintableString("0108"), new DERPrintableString("040000")));
    }
    return new DLSequence(parts);
  }

  private static DLSequence sequence(ASN1Encodable... parts) {
    return new DLSequence(parts);
  }
}
