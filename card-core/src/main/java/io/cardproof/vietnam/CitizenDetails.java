package io.cardproof.vietnam;

import io.cardproof.document.ContentLimits;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a citizen card in data group 13: sixteen numbered fields. Any of them may be missing
 * or empty.
 *
 * @param fields in ascending number, each number once; numbers above 16 are kept as bytes only
 * @param remarks oddities of the encoding, by field number
 */
public record CitizenDetails(List<Field> fields, List<String> remarks) {

  /** Law 26/2023 is in force from this day on. */
  private static final LocalDate LAW_OF_2023 = LocalDate.of(2024, 7, 1);

  /** When the card's layout was made. */
  public enum Generation {
    /** Issued before 2024-07-01. */
    CARD_2021,
    /** Issued on or after 2024-07-01. */
    CARD_2024,
    /** The card does not say when it was issued. */
    UNKNOWN
  }

  /**
   * One field.
   *
   * @param number 1 to 16, or higher for one that nobody here knows
   * @param texts its texts, empty ones kept; two for the parents, one for each spouse
   * @param raw the element as it stands in the file
   */
  public record Field(int number, List<String> texts, Bytes raw) {
    /** Copies the list. */
    public Field {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return "Field[" + number + ", redacted]";
    }
  }

  /** Copies the lists. */
  public CitizenDetails {
    fields = List.copyOf(fields);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads data group 13 of a Vietnamese card. Other states keep other things there: ask the issuing
   * state first.
   */
  public static CitizenDetails parse(Bytes dg13) throws MalformedDocumentException {
    ContentLimits.check(FileId.DG13, dg13);
    return new CitizenDetailsReader().read(Tlv.template(FileId.DG13, dg13));
  }

  /** The same without the fields of these numbers. */
  public CitizenDetails without(Set<Integer> numbers) {
    return new CitizenDetails(
        fields.stream().filter(field -> !numbers.contains(field.number())).toList(), remarks);
  }

  /** Field 1, if it is twelve digits. */
  public Optional<CitizenNumber> number() {
    return text(1).filter(text -> text.matches(CitizenNumber.FORM)).map(CitizenNumber::new);
  }

  /** Field 2. */
  public Optional<CitizenName> fullName() {
    return text(2).map(CitizenName::new);
  }

  /** Field 3. */
  public Optional<CitizenDate> birthDate() {
    return text(3).map(CitizenDate::new);
  }

  /** Field 4: {@code Nam} or {@code Nữ}. */
  public Optional<String> sex() {
    return text(4);
  }

  /** Field 5. */
  public Optional<String> nationality() {
    return text(5);
  }

  /** Field 6. */
  public Optional<String> ethnicity() {
    return text(6);
  }

  /** Field 7. */
  public Optional<String> religion() {
    return text(7);
  }

  /** Field 8: place of origin, on cards of 2024 of birth registration. */
  public Optional<String> placeOfOrigin() {
    return text(8);
  }

  /** Field 9. */
  public Optional<String> residence() {
    return text(9);
  }

  /** Field 10. */
  public Optional<String> identifyingMarks() {
    return text(10);
  }

  /** Field 11. */
  public Optional<CitizenDate> issueDate() {
    return text(11).map(CitizenDate::new);
  }

  /** Field 12. */
  public Optional<CitizenDate> expiryDate() {
    return text(12).map(CitizenDate::new);
  }

  /** Field 13, first name. */
  public Optional<CitizenName> father() {
    return text(13, 0).map(CitizenName::new);
  }

  /** Field 13, second name. */
  public Optional<CitizenName> mother() {
    return text(13, 1).map(CitizenName::new);
  }

  /** Field 14: none, one or several. */
  public List<CitizenName> spouses() {
    return texts(14).stream().filter(text -> !text.isEmpty()).map(CitizenName::new).toList();
  }

  /** Field 15: the older number. */
  public Optional<String> oldNumber() {
    return text(15);
  }

  /** Field 16: a serial of the card or chip; its meaning is not published. */
  public Optional<String> cardSerial() {
    return text(16);
  }

  /** The text of a field, if it is there and not empty. */
  public Optional<String> text(int number) {
    return text(number, 0);
  }

  /** When the card's layout was made, told from the day of issue. */
  public Generation generation() {
    return issueDate()
        .flatMap(CitizenDate::day)
        .map(day -> day.isBefore(LAW_OF_2023) ? Generation.CARD_2021 : Generation.CARD_2024)
        .orElse(Generation.UNKNOWN);
  }

  private Optional<String> text(int number, int index) {
    return texts(number).stream().skip(index).findFirst().filter(text -> !text.isEmpty());
  }

  private List<String> texts(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .findFirst()
        .map(Field::texts)
        .orElse(List.of());
  }

  @Override
  public String toString() {
    return "CitizenDetails[" + fields.size() + " fields, redacted]";
  }
}
