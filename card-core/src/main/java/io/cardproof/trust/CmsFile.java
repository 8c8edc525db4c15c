package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.document.SignerInfo;
import io.cardproof.document.SignerReference;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A CMS SignedData of the operator's, RFC 5652 §5: a signed list, or a bag of certificates.
 *
 * @param contentType the object identifier of the content
 * @param content the signed content; empty in a bag of certificates
 * @param certificates DER of the certificates beside the content
 * @param signer the first signer, if there is one
 */
record CmsFile(
    String contentType, Bytes content, List<Bytes> certificates, Optional<SignerInfo> signer) {
  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not SignedData
   */
  static CmsFile of(Bytes der) {
    try {
      ContentInfo outer = ContentInfo.getInstance(der.toByteArray());
      if (!CMSObjectIdentifiers.signedData.equals(outer.getContentType())) {
        throw new IllegalArgumentException("not SignedData");
      }
      return of(SignedData.getInstance(outer.getContent()));
    } catch (IOException | IllegalStateException | ClassCastException e) {
      throw new IllegalArgumentException("malformed SignedData", e);
    }
  }

  private static CmsFile of(SignedData data) throws IOException {
    ASN1ObjectIdentifier type = data.getEncapContentInfo().getContentType();
    ASN1Encodable content = data.getEncapContentInfo().getContent();
    List<Bytes> certificates = certificates(data.getCertificates());
    ASN1Set signers = data.getSignerInfos();
    return new CmsFile(
        type.getId(),
        content == null
            ? Bytes.empty()
            : Bytes.of(ASN1OctetString.getInstance(content).getOctets()),
        certificates,
        signers.size() == 0
            ? Optional.empty()
            : Optional.of(
                signer(
                    org.bouncycastle.asn1.cms.SignerInfo.getInstance(signers.getObjectAt(0)),
                    type,
                    certificates)));
  }

  private static List<Bytes> certificates(@Nullable ASN1Set set) throws IOException {
    List<Bytes> certificates = new ArrayList<>();
    if (set != null) {
      for (ASN1Encodable entry : set) {
        if (entry.toASN1Primitive() instanceof ASN1Sequence sequence) {
          certificates.add(Bytes.of(sequence.getEncoded()));
        }
      }
    }
    return certificates;
  }

  private static SignerInfo signer(
      org.bouncycastle.asn1.cms.SignerInfo signer,
      ASN1ObjectIdentifier type,
      List<Bytes> certificates)
      throws IOException {
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    Optional<Bytes> digest = Optional.empty();
    Optional<Instant> time = Optional.empty();
    if (attributes != null) {
      AttributeTable table = new AttributeTable(attributes);
      if (!type.equals(value(table, CMSAttributes.contentType))) {
        throw new IllegalArgumentException("the signed content type is another");
      }
      digest =
          Optional.of(
              Bytes.of(
                  ASN1OctetString.getInstance(value(table, CMSAttributes.messageDigest))
                      .getOctets()));
      Attribute signingTime = table.get(CMSAttributes.signingTime);
      if (signingTime != null) {
        time = Optional.of(Asn1Time.of(signingTime.getAttrValues().getObjectAt(0)));
      }
    }
    return new SignerInfo(
        SignerReference.of(Bytes.of(signer.getSID().getEncoded())),
        certificate(signer.getSID(), certificates),
        Bytes.of(signer.getDigestAlgorithm().getEncoded(ASN1Encoding.DER)),
        Bytes.of(signer.getDigestEncryptionAlgorithm().getEncoded(ASN1Encoding.DER)),
        attributes == null
            ? Optional.empty()
            : Optional.of(Bytes.of(attributes.getEncoded(ASN1Encoding.DER))),
        digest,
        time,
        Bytes.of(signer.getEncryptedDigest().getOctets()));
  }

  private static ASN1Encodable value(AttributeTable table, ASN1ObjectIdentifier type) {
    Attribute attribute = table.get(type);
    if (attribute == null || table.getAll(type).size() != 1) {
      throw new IllegalArgumentException("a signed attribute is missing or there twice");
    }
    return attribute.getAttrValues().getObjectAt(0);
  }

  private static Optional<Bytes> certificate(SignerIdentifier wanted, List<Bytes> certificates) {
    return certificates.stream().filter(der -> names(wanted, der)).findFirst();
  }

  private static boolean names(SignerIdentifier wanted, Bytes der) {
    CertificateView view = CertificateView.of(der);
    if (wanted.isTagged()) {
      Bytes keyId = Bytes.of(ASN1OctetString.getInstance(wanted.getId()).getOctets());
      return view.subjectKeyId().filter(keyId::equals).isPresent();
    }
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(wanted.getId());
    return named.getSerialNumber().getValue().equals(view.serialNumber())
        && Names.normalised(named.getName()).equals(view.issuer());
  }
}
