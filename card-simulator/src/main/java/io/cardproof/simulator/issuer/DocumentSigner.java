package io.cardproof.simulator.issuer;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Signs what a chip holds: document security objects (EF.SOD, ICAO 9303-10 §4.6.2, version 0) and
 * EF.CardSecurity (ICAO 9303-11 §9.2.11).
 */
public final class DocumentSigner {
  private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT =
      new ASN1ObjectIdentifier("2.23.136.1.1.1");
  // With content other than plain data, RFC 5652 §5.1.
  private static final int VERSION = 3;
  private static final ASN1ObjectIdentifier SECURITY_INFOS =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private final Certificate certificate;
  private final ASN1Sequence carried;
  private final SigningKey key;
  private final Hash fileHash;
  private final Hash digest;
  private final Instant signing;
  private final IssuingFault fault;

  /**
   * A signer.
   *
   * @param certificate as it should be
   * @param carried the same as it goes into what this signs
   */
  DocumentSigner(
      Certificate certificate,
      ASN1Sequence carried,
      SigningKey key,
      IssuerProfile profile,
      Instant signing,
      IssuingFault fault) {
    this.certificate = certificate;
    this.carried = carried;
    this.key = key;
    this.fileHash = profile.fileHash();
    this.digest = profile.digest();
    this.signing = signing;
    this.fault = fault;
  }

  /** The signer's certificate; a fault may put another form of it into an SOD. */
  public Certificate certificate() {
    return certificate;
  }

  /** Whether what this signs holds its certificate; else a reader needs to know it. */
  public boolean carriesCertificate() {
    return !fault.certificates(carried).isEmpty();
  }

  /**
   * EF.SOD over the given files, in ascending order of their numbers.
   *
   * @param dataGroups data group number to the whole file
   */
  public byte[] sign(Map<Integer, byte[]> dataGroups) {
    ASN1Sequence object = fault.securityObject(securityObject(dataGroups), dataGroups);
    byte[] content = SigningKey.inOrder(object);
    return fault.file(Tlv.of(0x77, signed(LDS_SECURITY_OBJECT, content, fault)));
  }

  /** EF.CardSecurity around a set of SecurityInfos. */
  public byte[] signSecurityInfos(byte[] securityInfos) {
    return signed(SECURITY_INFOS, securityInfos, IssuingFault.none());
  }

  private byte[] signed(ASN1ObjectIdentifier type, byte[] content, IssuingFault deviation) {
    ASN1Set attributes = deviation.signedAttributes(signedAttributes(type, content), content);
    ASN1Sequence signer = deviation.signerInfo(signerInfo(attributes), certificate);
    ASN1Sequence signedData =
        deviation.signedData(
            sequence(
                new ASN1Integer(VERSION),
                new DERSet(digest.algorithm()),
                sequence(type, new DERTaggedObject(0, new DEROctetString(content))),
                new DERTaggedObject(false, 0, certificates(deviation)),
                new DERSet(signer)));
    return SigningKey.der(
        sequence(CMSObjectIdentifiers.signedData, new DERTaggedObject(0, signedData)));
  }

  private DERSet certificates(IssuingFault deviation) {
    return new DERSet(deviation.certificates(carried).toArray(new ASN1Encodable[0]));
  }

  private ASN1Sequence signerInfo(ASN1Set attributes) {
    IssuerAndSerialNumber name =
        new IssuerAndSerialNumber(
            certificate.getIssuer(), certificate.getSerialNumber().getValue());
    return sequence(
        new ASN1Integer(1),
        name,
        digest.algorithm(),
        new DERTaggedObject(false, 0, attributes),
        key.algorithm(),
        new DEROctetString(key.sign(SigningKey.der(attributes))));
  }

  private ASN1Sequence securityObject(Map<Integer, byte[]> dataGroups) {
    ASN1EncodableVector hashes = new ASN1EncodableVector();
    new TreeMap<>(dataGroups).forEach((number, file) -> hashes.add(entry(number, file)));
    return sequence(new ASN1Integer(0), fileHash.algorithm(), new DERSequence(hashes));
  }

  private DERSequence entry(int number, byte[] file) {
    return sequence(new ASN1Integer(number), new DEROctetString(fileHash.of(file)));
  }

  private ASN1Set signedAttributes(ASN1ObjectIdentifier type, byte[] content) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, type));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signing))));
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest.of(content))));
    return new DERSet(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }
}
