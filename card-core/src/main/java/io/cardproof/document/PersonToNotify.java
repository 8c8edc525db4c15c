package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person of data group 16, whom to tell in an emergency, ICAO 9303-10 §4.7.16.
 *
 * @param recorded when the entry was made
 * @param name with the primary identifier before {@code <<}
 * @param telephone as written
 * @param address its lines separated by {@code <}
 * @param unknown objects with tags that the standard does not name, as they stand in the file
 */
public record PersonToNotify(
    Optional<PartialDate> recorded,
    Optional<String> name,
    Optional<String> telephone,
    Optional<String> address,
    List<Tlv> unknown) {
  private static final int RECORDED = 0x5F50;
  private static final int NAME = 0x5F51;
  private static final int TELEPHONE = 0x5F52;
  private static final int ADDRESS = 0x5F53;
  private static final Set<Integer> KNOWN = Set.of(RECORDED, NAME, TELEPHONE, ADDRESS);
  private static final int FIRST_PERSON = 0xA1;
  private static final int LAST_PERSON = 0xBF;

  /** Copies the list. */
  public PersonToNotify {
    unknown = List.copyOf(unknown);
  }

  /** The persons of data group 16, in the order of the file. */
  public static List<PersonToNotify> parse(Bytes dg16) throws MalformedDocumentException {
    List<PersonToNotify> persons = new ArrayList<>();
    for (Tlv child : Tlv.template(FileId.DG16, dg16).children()) {
      if (child.tag() >= FIRST_PERSON && child.tag() <= LAST_PERSON) {
        persons.add(person(TaggedFields.of(child)));
      }
    }
    return List.copyOf(persons);
  }

  private static PersonToNotify person(TaggedFields fields) {
    return new PersonToNotify(
        fields.date(RECORDED),
        fields.text(NAME),
        fields.text(TELEPHONE),
        fields.text(ADDRESS),
        fields.others(KNOWN));
  }

  @Override
  public String toString() {
    return "PersonToNotify[redacted]";
  }
}
