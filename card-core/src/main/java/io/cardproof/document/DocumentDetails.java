package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data group 12: additional document details, ICAO 9303-10 §4.7.12. Every part is optional.
 *
 * @param issuingAuthority as written
 * @param issueDate partial where nobody knows more
 * @param otherPersons names of other persons in the document
 * @param endorsements endorsements and observations
 * @param taxOrExit tax or exit requirements
 * @param front image of the document's front
 * @param rear image of the document's rear
 * @param personalisedAt digits of date and time of personalisation, {@code YYYYMMDDHHMMSS}
 * @param personalisationSystem serial number of the system that personalised the document
 * @param unknown objects with tags that the standard does not name, as they stand in the file
 */
public record DocumentDetails(
    Optional<String> issuingAuthority,
    Optional<PartialDate> issueDate,
    List<String> otherPersons,
    Optional<String> endorsements,
    Optional<String> taxOrExit,
    Optional<EncodedImage> front,
    Optional<EncodedImage> rear,
    Optional<String> personalisedAt,
    Optional<String> personalisationSystem,
    List<Tlv> unknown) {
  private static final int ISSUING_AUTHORITY = 0x5F19;
  private static final int ISSUE_DATE = 0x5F26;
  private static final int OTHER_PERSON = 0x5F1A;
  private static final int ENDORSEMENTS = 0x5F1B;
  private static final int TAX_OR_EXIT = 0x5F1C;
  private static final int FRONT = 0x5F1D;
  private static final int REAR = 0x5F1E;
  private static final int PERSONALISED_AT = 0x5F55;
  private static final int PERSONALISATION_SYSTEM = 0x5F56;
  private static final Set<Integer> KNOWN =
      Set.of(
          ISSUING_AUTHORITY,
          ISSUE_DATE,
          OTHER_PERSON,
          ENDORSEMENTS,
          TAX_OR_EXIT,
          FRONT,
          REAR,
          PERSONALISED_AT,
          PERSONALISATION_SYSTEM);

  /** Copies the lists. */
  public DocumentDetails {
    otherPersons = List.copyOf(otherPersons);
    unknown = List.copyOf(unknown);
  }

  /** Reads data group 12. */
  public static DocumentDetails parse(Bytes dg12) throws MalformedDocumentException {
    TaggedFields fields = TaggedFields.of(FileId.DG12, dg12);
    return new DocumentDetails(
        fields.text(ISSUING_AUTHORITY),
        fields.date(ISSUE_DATE),
        fields.texts(OTHER_PERSON),
        fields.text(ENDORSEMENTS),
        fields.text(TAX_OR_EXIT),
        fields.image(FRONT),
        fields.image(REAR),
        fields.value(PERSONALISED_AT).map(PartialDate::digits),
        fields.text(PERSONALISATION_SYSTEM),
        fields.others(KNOWN));
  }

  @Override
  public String toString() {
    return "DocumentDetails[redacted]";
  }
}
