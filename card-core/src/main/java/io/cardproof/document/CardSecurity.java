package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;

/**
 * EF.CardSecurity, ICAO 9303-11 §9.2.11: what the chip announces in EF.CardAccess and the static
 * key of Chip Authentication Mapping, signed by the issuer. Nothing is verified yet.
 *
 * @param raw the whole file
 * @param content the signed bytes: the SET of security infos
 * @param infos what they say
 * @param certificates DER of all certificates in the set
 * @param signers at least one
 * @param remarks oddities of the encoding that change nothing
 */
public record CardSecurity(
    Bytes raw,
    Bytes content,
    SecurityInfos infos,
    List<Bytes> certificates,
    List<SignerInfo> signers,
    List<String> remarks)
    implements SignedFile {
  private static final String SECURITY_OBJECT = "0.4.0.127.0.7.3.2.1";

  /** Copies the collections. */
  public CardSecurity {
    certificates = List.copyOf(certificates);
    signers = List.copyOf(signers);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads the file.
   *
   * @throws MalformedDocumentException if it is not a CMS SignedData over security infos
   */
  public static CardSecurity parse(Bytes ef) throws MalformedDocumentException {
    Bytes signedData = Tlv.template(FileId.CARD_SECURITY, ef).encoded();
    SignedDataReader.Parts parts =
        Der.read(
            FileId.CARD_SECURITY,
            signedData,
            ContentLimits.fileBytes(FileId.CARD_SECURITY),
            new SignedDataReader(FileId.CARD_SECURITY, Set.of(SECURITY_OBJECT))::read);
    return new CardSecurity(
        ef,
        parts.content(),
        SecurityInfos.parse(FileId.CARD_SECURITY, parts.content()),
        parts.certificates(),
        parts.signers(),
        parts.remarks());
  }
}
