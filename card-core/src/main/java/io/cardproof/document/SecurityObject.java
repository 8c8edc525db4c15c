package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document security object, ICAO 9303-10 §4.6.2: the hashes of the data groups and who signed
 * them. Nothing is verified yet.
 *
 * @param raw the whole file
 * @param ldsVersion 0 or 1
 * @param contentOid the content type, {@code 2.23.136.1.1.1} or an older name of the same
 * @param content the signed bytes: the LDS security object
 * @param digestOid the algorithm of the hashes
 * @param hashes by data group number, in the order of the file
 * @param certificates DER of all certificates in the set
 * @param signers at least one
 * @param remarks oddities of the encoding that change nothing
 */
public record SecurityObject(
    Bytes raw,
    int ldsVersion,
    String contentOid,
    Bytes content,
    String digestOid,
    Map<Integer, Bytes> hashes,
    List<Bytes> certificates,
    List<SignerInfo> signers,
    List<String> remarks)
    implements SignedFile {
  /** Copies the collections and keeps their order. */
  public SecurityObject {
    hashes = Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
    certificates = List.copyOf(certificates);
    signers = List.copyOf(signers);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads EF.SOD.
   *
   * @throws MalformedDocumentException if it is not a CMS SignedData over an LDS security object
   */
  public static SecurityObject parse(Bytes efSod) throws MalformedDocumentException {
    ContentLimits.check(FileId.SOD, efSod);
    Bytes signedData = Tlv.template(FileId.SOD, efSod).value();
    return Der.read(
        FileId.SOD,
        signedData,
        ContentLimits.fileBytes(FileId.SOD),
        new SecurityObjectReader(efSod)::read);
  }
}
