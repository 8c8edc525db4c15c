package io.cardproof.simulator.issuer;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Signs what a chip holds: document security objects (EF.SOD, ICAO 9303-10 §4.6.2, version 0) and
 * EF.CardSecurity (ICAO 9303-11 §9.2.11).
 */
public final class DocumentSigner {
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");
  private static final ASN1ObjectIdentifier SECURITY_INFOS =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private final Certificate certificate;
  private final SigningKey key;
  private final Hash hash;
  private final Instant signing;

  DocumentSigner(Certificate certificate, SigningKey key, Hash hash, Instant signing) {
    this.certificate = certificate;
    this.key = key;
    this.hash = hash;
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
    return Tlv.of(0x77, signed(LDS_SECURITY_OBJECT, content));
  }

  /** EF.CardSecurity around a set of SecurityInfos. */
  public byte[] signSecurityInfos(byte[] securityInfos) {
    return signed(SECURITY_INFOS, securityInfos);
  }

  private byte[] signed(ASN1ObjectIdentifier type, byte[] content) {
    DERSet attributes = signedAttributes(type, content);
    SignerInfo signer =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    certificate.getIssuer(), certificate.getSerialNumber().getValue())),
            hash.algorithm(),
            attributes,
            key.algorithm(),
            new DEROctetString(key.sign(SigningKey.der(attributes))),
            null);
    SignedData signedData =
        new SignedData(
            new DERSet(hash.algorithm()),
            new ContentInfo(type, new DEROctetString(content)),
            new DERSet(certificate),
            null,
            new DERSet(signer));
    return SigningKey.der(new ContentInfo(CMSObjectIdentifiers.signedData, signedData));
  }

  private DERSequence securityObject(Map<Integer, byte[]> dataGroups) {
    ASN1EncodableVector hashes = new ASN1EncodableVector();
    new TreeMap<>(dataGroups).forEach((number, file) -> hashes.add(entry(number, file)));
    return sequence(new ASN1Integer(0), hash.algorithm(), new DERSequence(hashes));
  }

  private DERSequence entry(int number, byte[] file) {
    return sequence(new ASN1Integer(number), new DEROctetString(hash.of(file)));
  }

  private DERSet signedAttributes(ASN1ObjectIdentifier type, byte[] content) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, type));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signing))));
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(hash.of(content))));
    return new DERSet(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }
}
