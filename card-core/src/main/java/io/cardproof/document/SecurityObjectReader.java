package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Reads EF.SOD, ICAO 9303-10 §4.6.2 and RFC 5652 §5. */
final class SecurityObjectReader {
  private static final String LDS_SECURITY_OBJECT = "2.23.136.1.1.1";

  /** Names of the same content in documents made before the standard had settled on one. */
  private static final Set<String> OLDER_NAMES = Set.of("1.3.27.1.1.1", "1.2.528.1.1006.1.20.1");

  private static final int MAX_CERTIFICATES = 32;
  private static final int MAX_SIGNERS = 8;

  private final Bytes raw;
  private final List<String> remarks = new ArrayList<>();

  SecurityObjectReader(Bytes raw) {
    this.raw = raw;
  }

  SecurityObject read(ASN1Primitive object) throws IOException, MalformedDocumentException {
    ContentInfo outer = ContentInfo.getInstance(object);
    if (!CMSObjectIdentifiers.signedData.equals(outer.getContentType())) {
      throw malformed("content info", "not signed data");
    }
    SignedData signed = SignedData.getInstance(outer.getContent());
    String contentOid = contentOid(signed);
    Bytes content = content(signed);
    List<Bytes> certificates = certificates(signed);
    List<SignerInfo> signers = signers(signed, contentOid, certificates);
    return Der.read(
        FileId.SOD,
        content,
        SecurityObject.MAX_LENGTH,
        lds -> assembled(contentOid, content, lds, certificates, signers));
  }

  private String contentOid(SignedData signed) throws MalformedDocumentException {
    String oid = signed.getEncapContentInfo().getContentType().getId();
    if (OLDER_NAMES.contains(oid)) {
      remarks.add("the content type is an older name of the LDS security object");
    } else if (!oid.equals(LDS_SECURITY_OBJECT)) {
      throw malformed("content type", "not an LDS security object");
    }
    return oid;
  }

  private static Bytes content(SignedData signed) throws MalformedDocumentException {
    ASN1Encodable content = signed.getEncapContentInfo().getContent();
    if (content == null) {
      throw malformed("content", "missing");
    }
    return Bytes.of(ASN1OctetString.getInstance(content).getOctets());
  }

  private static List<Bytes> certificates(SignedData signed)
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
    if (set.size() > 1) {
      remarks.add("more than one signer");
    }
    List<SignerInfo> signers = new ArrayList<>();
    for (ASN1Encodable element : set) {
      signers.add(new SignerInfoReader(contentOid, certificates).read(element));
    }
    return signers;
  }

  private SecurityObject assembled(
      String contentOid,
      Bytes content,
      ASN1Primitive lds,
      List<Bytes> certificates,
      List<SignerInfo> signers)
      throws MalformedDocumentException {
    ASN1Sequence object = ASN1Sequence.getInstance(lds);
    int version = ASN1Integer.getInstance(object.getObjectAt(0)).intValueExact();
    if (version != 0 && version != 1) {
      throw malformed("LDS security object", "a version that the standard does not know");
    }
    if (version == 1 && object.size() < 4) {
      remarks.add("version 1 of the LDS security object without the LDS version");
    }
    String digest = AlgorithmIdentifier.getInstance(object.getObjectAt(1)).getAlgorithm().getId();
    Map<Integer, Bytes> hashes = hashes(ASN1Sequence.getInstance(object.getObjectAt(2)));
    return new SecurityObject(
        raw, version, contentOid, content, digest, hashes, certificates, signers, remarks);
  }

  private static Map<Integer, Bytes> hashes(ASN1Sequence list) throws MalformedDocumentException {
    Map<Integer, Bytes> hashes = new LinkedHashMap<>();
    for (ASN1Encodable element : list) {
      ASN1Sequence pair = ASN1Sequence.getInstance(element);
      int number = ASN1Integer.getInstance(pair.getObjectAt(0)).intValueExact();
      Bytes hash = Bytes.of(ASN1OctetString.getInstance(pair.getObjectAt(1)).getOctets());
      if (number < 1 || number > 16) {
        throw malformed("data group hashes", "a number that is no data group");
      }
      if (hashes.put(number, hash) != null) {
        throw malformed("data group hashes", "a data group is there twice");
      }
    }
    if (hashes.isEmpty()) {
      throw malformed("data group hashes", "none");
    }
    return hashes;
  }

  private static MalformedDocumentException malformed(String place, String problem) {
    return new MalformedDocumentException(FileId.SOD, place, problem);
  }
}
