package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** Reads one SignerInfo of a signed file, RFC 5652 §5.3. */
final class SignerInfoReader {
  /** Names longer than this are compared by their bytes: a comparison by parts is quadratic. */
  private static final int MAX_NAME_LENGTH = 4096;

  private static final int MAX_ATTRIBUTES = 64;

  private final FileId file;
  private final String contentOid;
  private final List<Bytes> certificates;

  SignerInfoReader(FileId file, String contentOid, List<Bytes> certificates) {
    this.file = file;
    this.contentOid = contentOid;
    this.certificates = certificates;
  }

  SignerInfo read(ASN1Encodable element) throws IOException, MalformedDocumentException {
    org.bouncycastle.asn1.cms.SignerInfo info =
        org.bouncycastle.asn1.cms.SignerInfo.getInstance(element);
    ASN1Set attributes = info.getAuthenticatedAttributes();
    // Attributes are a SET as the security infos are: without any of its own, this file could carry
    // those of another as its content, signature and all. RFC 5652 §5.3 demands them.
    if (attributes == null && file == FileId.CARD_SECURITY) {
      throw malformed("there are none");
    }
    Map<ASN1ObjectIdentifier, ASN1Encodable> values = values(attributes);
    return new SignerInfo(
        SignerReference.of(Der.encoded(info.getSID())),
        certificate(info.getSID()),
        Der.encoded(info.getDigestAlgorithm()),
        Der.encoded(info.getDigestEncryptionAlgorithm()),
        attributes == null ? Optional.empty() : Optional.of(Der.definite(attributes)),
        attributes == null ? Optional.empty() : Optional.of(messageDigest(values)),
        signingTime(values),
        Bytes.of(info.getEncryptedDigest().getOctets()));
  }

  /** Each attribute once, with one value; RFC 5652 §11 allows no more for those that count. */
  private Map<ASN1ObjectIdentifier, ASN1Encodable> values(@Nullable ASN1Set set)
      throws MalformedDocumentException {
    Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();
    if (set == null) {
      return values;
    }
    if (set.size() > MAX_ATTRIBUTES) {
      throw malformed("too many");
    }
    for (ASN1Encodable element : set) {
      Attribute attribute = Attribute.getInstance(element);
      ASN1Set content = attribute.getAttrValues();
      if (content.size() != 1 && counts(attribute.getAttrType())) {
        throw malformed("an attribute without exactly one value");
      }
      if (content.size() > 0
          && values.put(attribute.getAttrType(), content.getObjectAt(0)) != null) {
        throw malformed("an attribute is there twice");
      }
    }
    checkContentType(values);
    return values;
  }

  private static boolean counts(ASN1ObjectIdentifier type) {
    return type.equals(CMSAttributes.contentType)
        || type.equals(CMSAttributes.messageDigest)
        || type.equals(CMSAttributes.signingTime);
  }

  private void checkContentType(Map<ASN1ObjectIdentifier, ASN1Encodable> values)
      throws MalformedDocumentException {
    ASN1Encodable type = values.get(CMSAttributes.contentType);
    if (type == null) {
      throw malformed("the content type is missing");
    }
    if (!ASN1ObjectIdentifier.getInstance(type).getId().equals(contentOid)) {
      throw malformed("the content type is not that of the content");
    }
  }

  private Bytes messageDigest(Map<ASN1ObjectIdentifier, ASN1Encodable> values)
      throws MalformedDocumentException {
    ASN1Encodable digest = values.get(CMSAttributes.messageDigest);
    if (digest == null) {
      throw malformed("the message digest is missing");
    }
    return Bytes.of(ASN1OctetString.getInstance(digest).getOctets());
  }

  private Optional<Instant> signingTime(Map<ASN1ObjectIdentifier, ASN1Encodable> values)
      throws MalformedDocumentException {
    ASN1Encodable time = values.get(CMSAttributes.signingTime);
    if (time == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Asn1Time.of(time));
    } catch (IllegalArgumentException e) {
      throw malformed("the signing time is not a time");
    }
  }

  private Optional<Bytes> certificate(SignerIdentifier sid) throws IOException {
    for (Bytes certificate : certificates) {
      if (names(sid, certificate)) {
        return Optional.of(certificate);
      }
    }
    return Optional.empty();
  }

  private static boolean names(SignerIdentifier sid, Bytes der) throws IOException {
    Certificate certificate = Certificate.getInstance(der.toByteArray());
    if (sid.isTagged()) {
      Extension identifier =
          Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
              .map(extensions -> extensions.getExtension(Extension.subjectKeyIdentifier))
              .orElse(null);
      return identifier != null
          && ASN1OctetString.getInstance(identifier.getParsedValue())
              .equals(ASN1OctetString.getInstance(sid.getId()));
    }
    IssuerAndSerialNumber issuer = IssuerAndSerialNumber.getInstance(sid.getId());
    return issuer.getSerialNumber().hasValue(certificate.getSerialNumber().getValue())
        && sameName(issuer.getName(), certificate.getIssuer());
  }

  /** Equal, or equal after RFC 5280 §7.1: case, spaces and string types do not count. */
  private static boolean sameName(X500Name one, X500Name other) throws IOException {
    Bytes first = Der.encoded(one);
    Bytes second = Der.encoded(other);
    return first.equals(second)
        || (first.length() <= MAX_NAME_LENGTH
            && second.length() <= MAX_NAME_LENGTH
            && one.equals(other));
  }

  private MalformedDocumentException malformed(String problem) {
    return new MalformedDocumentException(file, "signed attributes", problem);
  }
}
