package io.cardproof.simulator.issuer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/** Signs document security objects (EF.SOD) as ICAO 9303-10 §4.6.2 has them: version 0, SHA-256. */
public final class DocumentSigner {
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  private final Certificate certificate;
  private final SigningKey key;
  private final Instant signing;

  DocumentSigner(Certificate certificate, SigningKey key, Instant signing) {
    this.certificate = certificate;
    this.key = key;
    this.signing = signing;
  }

  /** The certificate that goes into every SOD. */
  public Certificate certificate() {
    return certificate;
  }

  /**
   * EF.SOD over the given files, in ascending order of their numbers.
   *
   * @param dataGroups data group number to the whole file
   */
  public byte[] sign(Map<Integer, byte[]> dataGroups) {
    byte[] content = SigningKey.der(securityObject(dataGroups));
    DERSet attributes = signedAttributes(content);
    SignerInfo signer =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    certificate.getIssuer(), certificate.getSerialNumber().getValue())),
            SHA_256,
            attributes,
            key.algorithm(),
            new DEROctetString(key.sign(SigningKey.der(attributes))),
            null);
    SignedData signedData =
        new SignedData(
            new DERSet(SHA_256),
            new ContentInfo(LDS_SECURITY_OBJECT, new DEROctetString(content)),
            new DERSet(certificate),
            null,
            new DERSet(signer));
    ContentInfo cms = new ContentInfo(CMSObjectIdentifiers.signedData, signedData);
    return Tlv.of(0x77, SigningKey.der(cms));
  }

  private static DERSequence securityObject(Map<Integer, byte[]> dataGroups) {
    ASN1EncodableVector hashes = new ASN1EncodableVector();
    dataGroups.keySet().stream()
        .sorted()
        .forEach(number -> hashes.add(entry(number, dataGroups.get(number))));
    return sequence(new ASN1Integer(0), SHA_256, new DERSequence(hashes));
  }

  private static DERSequence entry(int number, byte @org.jspecify.annotations.Nullable [] file) {
    if (file == null) {
      throw new IllegalArgumentException("no content for data group " + number);
    }
    return sequence(new ASN1Integer(number), new DEROctetString(sha256(file)));
  }

  private DERSet signedAttributes(byte[] content) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, LDS_SECURITY_OBJECT));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signing))));
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(sha256(content))));
    return new DERSet(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
