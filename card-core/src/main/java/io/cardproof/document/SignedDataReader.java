package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/** Reads the CMS SignedData of a file, RFC 5652 §5. */
final class SignedDataReader {
  private static final int MAX_CERTIFICATES = 32;
  private static final int MAX_SIGNERS = 8;

  private final FileId file;
  private final Set<String> contentTypes;

  /**
   * @param contentTypes object identifiers of what the file may sign
   */
  SignedDataReader(FileId file, Set<String> contentTypes) {
    this.file = file;
    this.contentTypes = contentTypes;
  }

  /** What signed data consist of, as it stands there. */
  record Parts(
      String contentOid,
      Bytes content,
      List<Bytes> certificates,
      List<SignerInfo> signers,
      List<String> remarks) {}

  Parts read(ASN1Primitive object) throws IOException, MalformedDocumentException {
    ContentInfo outer = ContentInfo.getInstance(object);
    if (!CMSObjectIdentifiers.signedData.equals(outer.getContentType())) {
      throw malformed("content info", "not signed data");
    }
    SignedData signed = SignedData.getInstance(outer.getContent());
    String contentOid = signed.getEncapContentInfo().getContentType().getId();
    if (!contentTypes.contains(contentOid)) {
      throw malformed("content type", "not what this file signs");
    }
    List<Bytes> certificates = certificates(signed);
    List<SignerInfo> signers = signers(signed, contentOid, certificates);
    List<String> remarks = signers.size() > 1 ? List.of("more than one signer") : List.of();
    return new Parts(contentOid, content(signed), certificates, signers, remarks);
  }

  private Bytes content(SignedData signed) throws MalformedDocumentException {
    ASN1Encodable content = signed.getEncapContentInfo().getContent();
    if (content == null) {
      throw malformed("content", "missing");
    }
    return Bytes.of(ASN1OctetString.getInstance(content).getOctets());
  }

  private List<Bytes> certificates(SignedData signed)
      throws IOException, MalformedDocumentException {
    List<Bytes> certificates = new ArrayList<>();
    ASN1Set set = signed.getCertificates();
    if (set == null) {
      return certificates;
    }
    if (set.size() > MAX_CERTIFICATES) {
      throw malformed("certificates", "too many");
    }
    for (ASN1Encodable element : set) {
      // Attribute certificates and other formats are tagged; they sign no security object.
      if (element instanceof ASN1Sequence) {
        certificates.add(Der.encoded(element));
      }
    }
    return certificates;
  }

  private List<SignerInfo> signers(SignedData signed, String contentOid, List<Bytes> certificates)
      throws IOException, MalformedDocumentException {
    ASN1Set set = signed.getSignerInfos();
    if (set.size() == 0 || set.size() > MAX_SIGNERS) {
      throw malformed("signer infos", set.size() == 0 ? "none" : "too many");
    }
    List<SignerInfo> signers = new ArrayList<>();
    for (ASN1Encodable element : set) {
      signers.add(new SignerInfoReader(file, contentOid, certificates).read(element));
    }
    return signers;
  }

  private MalformedDocumentException malformed(String place, String problem) {
    return new MalformedDocumentException(file, place, problem);
  }
}
