package io.cardproof.simulator.issuer;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
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
import org.bouncycastle.asn1.x509.Extension;

/** Signs the lists that states publish: CSCA master lists and deviation lists (ICAO 9303-12). */
public final class ListSigner {
  private final Kind kind;
  private final Certificate certificate;
  private final Certificate beside;
  private final SigningKey key;
  private final Hash hash;
  private final Instant signing;

  ListSigner(
      Kind kind,
      Certificate certificate,
      Certificate beside,
      SigningKey key,
      Hash hash,
      Instant signing) {
    this.kind = kind;
    this.certificate = certificate;
    this.beside = beside;
    this.key = key;
    this.hash = hash;
    this.signing = signing;
  }

  /** The kinds of list, each with a signer of its own. */
  public enum Kind {
    /** CSCA certificates that a state has checked. */
    MASTER_LIST("2.23.136.1.1.2", "2.23.136.1.1.3"),

    /** Documents that a state issued with faults. */
    DEVIATION_LIST("2.23.136.1.1.7", "2.23.136.1.1.8");

    private final String content;
    private final String usage;

    Kind(String content, String usage) {
      this.content = content;
      this.usage = usage;
    }

    ASN1ObjectIdentifier contentType() {
      return new ASN1ObjectIdentifier(content);
    }

    Extension purpose() {
      return CertificateExtensions.purpose(new ASN1ObjectIdentifier(usage));
    }

    String signerName() {
      return "TEST " + name().replace('_', ' ').toLowerCase(Locale.ROOT) + " signer";
    }
  }

  /** How the list says who signed it. */
  public enum Naming {
    /** By the subject key identifier, as nearly all lists do. */
    KEY_ID,

    /** By issuer and serial number. */
    ISSUER_AND_SERIAL
  }

  /** The certificate that goes into every list. */
  public Certificate certificate() {
    return certificate;
  }

  /** The same signer, whose lists carry this in place of its CSCA's certificate, such as a link. */
  public ListSigner carrying(Certificate other) {
    return new ListSigner(kind, certificate, other, key, hash, signing);
  }

  /**
   * A CSCA master list.
   *
   * @param entries certificates in DER; what is none is put in all the same
   * @throws IllegalStateException if this signer signs other lists
   */
  public byte[] masterList(List<byte[]> entries, Naming naming) {
    return signed(Kind.MASTER_LIST, MasterListContent.of(entries), naming);
  }

  /**
   * A deviation list.
   *
   * @throws IllegalStateException if this signer signs other lists
   */
  public byte[] deviationList(List<Deviation> deviations, Naming naming) {
    return signed(Kind.DEVIATION_LIST, Deviation.list(deviations), naming);
  }

  private byte[] signed(Kind wanted, byte[] content, Naming naming) {
    if (kind != wanted) {
      throw new IllegalStateException(kind.signerName() + " signs no other lists");
    }
    DERSet attributes = signedAttributes(content);
    SignerInfo signer =
        new SignerInfo(
            identifier(naming),
            hash.algorithm(),
            attributes,
            key.algorithm(),
            new DEROctetString(key.sign(SigningKey.der(attributes))),
            null);
    SignedData signedData =
        new SignedData(
            new DERSet(hash.algorithm()),
            new ContentInfo(kind.contentType(), new DEROctetString(content)),
            new DERSet(new ASN1Encodable[] {certificate, beside}),
            null,
            new DERSet(signer));
    return SigningKey.der(new ContentInfo(CMSObjectIdentifiers.signedData, signedData));
  }

  private SignerIdentifier identifier(Naming naming) {
    return switch (naming) {
      case KEY_ID ->
          new SignerIdentifier(
              ASN1OctetString.getInstance(
                  certificate
                      .getExtensions()
                      .getExtensionParsedValue(Extension.subjectKeyIdentifier)));
      case ISSUER_AND_SERIAL ->
          new SignerIdentifier(
              new IssuerAndSerialNumber(
                  certificate.getIssuer(), certificate.getSerialNumber().getValue()));
    };
  }

  private DERSet signedAttributes(byte[] content) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, kind.contentType()));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signing))));
    attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(hash.of(content))));
    return new DERSet(attributes);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
