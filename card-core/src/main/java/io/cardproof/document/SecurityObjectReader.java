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
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Reads EF.SOD, ICAO 9303-10 §4.6.2 and RFC 5652 §5. */
final class SecurityObjectReader {
  private static final String LDS_SECURITY_OBJECT = "2.23.136.1.1.1";

  /** The other two are names of the same content from before the standard had settled on one. */
  private static final Set<String> CONTENT_TYPES =
      Set.of(LDS_SECURITY_OBJECT, "1.3.27.1.1.1", "1.2.528.1.1006.1.20.1");

  private final Bytes raw;
  private final List<String> remarks = new ArrayList<>();

  SecurityObjectReader(Bytes raw) {
    this.raw = raw;
  }

  SecurityObject read(ASN1Primitive object) throws IOException, MalformedDocumentException {
    SignedDataReader.Parts parts = new SignedDataReader(FileId.SOD, CONTENT_TYPES).read(object);
    if (!parts.contentOid().equals(LDS_SECURITY_OBJECT)) {
      remarks.add("the content type is an older name of the LDS security object");
    }
    remarks.addAll(parts.remarks());
    return Der.read(
        FileId.SOD,
        parts.content(),
        ContentLimits.fileBytes(FileId.SOD),
        lds -> assembled(parts, lds));
  }

  private SecurityObject assembled(SignedDataReader.Parts parts, ASN1Primitive lds)
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
        raw,
        version,
        parts.contentOid(),
        parts.content(),
        digest,
        hashes,
        parts.certificates(),
        parts.signers(),
        remarks);
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
