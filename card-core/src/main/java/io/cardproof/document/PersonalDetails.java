package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data group 11: additional personal details, ICAO 9303-10 §4.7.11. Every part is optional. Parts
 * of a text, such as the lines of an address, are separated by {@code <}.
 *
 * @param fullName as the issuer writes it, with the primary identifier before {@code <<}
 * @param otherNames further names
 * @param personalNumber of the issuing state
 * @param fullBirthDate with the century, and partial where nobody knows more
 * @param placeOfBirth as written
 * @param address the permanent one
 * @param telephone as written
 * @param profession as written
 * @param title as written
 * @param summary personal summary
 * @param proofOfCitizenship an image
 * @param otherDocuments numbers of other valid travel documents
 * @param custody custody information
 * @param unknown objects with tags that the standard does not name, as they stand in the file
 */
public record PersonalDetails(
    Optional<String> fullName,
    List<String> otherNames,
    Optional<String> personalNumber,
    Optional<PartialDate> fullBirthDate,
    Optional<String> placeOfBirth,
    Optional<String> address,
    Optional<String> telephone,
    Optional<String> profession,
    Optional<String> title,
    Optional<String> summary,
    Optional<EncodedImage> proofOfCitizenship,
    Optional<String> otherDocuments,
    Optional<String> custody,
    List<Tlv> unknown) {
  private static final int FULL_NAME = 0x5F0E;
  private static final int OTHER_NAME = 0x5F0F;
  private static final int PERSONAL_NUMBER = 0x5F10;
  private static final int FULL_BIRTH_DATE = 0x5F2B;
  private static final int PLACE_OF_BIRTH = 0x5F11;
  private static final int ADDRESS = 0x5F42;
  private static final int TELEPHONE = 0x5F12;
  private static final int PROFESSION = 0x5F13;
  private static final int TITLE = 0x5F14;
  private static final int SUMMARY = 0x5F15;
  private static final int PROOF_OF_CITIZENSHIP = 0x5F16;
  private static final int OTHER_DOCUMENTS = 0x5F17;
  private static final int CUSTODY = 0x5F18;
  private static final Set<Integer> KNOWN =
      Set.of(
          FULL_NAME,
          OTHER_NAME,
          PERSONAL_NUMBER,
          FULL_BIRTH_DATE,
          PLACE_OF_BIRTH,
          ADDRESS,
          TELEPHONE,
          PROFESSION,
          TITLE,
          SUMMARY,
          PROOF_OF_CITIZENSHIP,
          OTHER_DOCUMENTS,
          CUSTODY);

  /** Copies the lists. */
  public PersonalDetails {
    otherNames = List.copyOf(otherNames);
    unknown = List.copyOf(unknown);
  }

  /** Reads data group 11. */
  public static PersonalDetails parse(Bytes dg11) throws MalformedDocumentException {
    TaggedFields fields = TaggedFields.of(FileId.DG11, dg11);
    return new PersonalDetails(
        fields.text(FULL_NAME),
        fields.texts(OTHER_NAME),
        fields.text(PERSONAL_NUMBER),
        fields.date(FULL_BIRTH_DATE),
        fields.text(PLACE_OF_BIRTH),
        fields.text(ADDRESS),
        fields.text(TELEPHONE),
        fields.text(PROFESSION),
        fields.text(TITLE),
        fields.text(SUMMARY),
        fields.image(PROOF_OF_CITIZENSHIP),
        fields.text(OTHER_DOCUMENTS),
        fields.text(CUSTODY),
        fields.others(KNOWN));
  }

  /** The same without personal summary. */
  public PersonalDetails withoutSummary() {
    return with(Optional.empty(), custody);
  }

  /** The same without custody information. */
  public PersonalDetails withoutCustody() {
    return with(summary, Optional.empty());
  }

  private PersonalDetails with(Optional<String> keptSummary, Optional<String> keptCustody) {
    return new PersonalDetails(
        fullName,
        otherNames,
        personalNumber,
        fullBirthDate,
        placeOfBirth,
        address,
        telephone,
        profession,
        title,
        keptSummary,
        proofOfCitizenship,
        otherDocuments,
        keptCustody,
        unknown);
  }

  @Override
  public String toString() {
    return "PersonalDetails[redacted]";
  }
}
