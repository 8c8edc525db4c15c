package io.cardproof.vietnam;

import io.cardproof.access.AccessKey;
import io.cardproof.error.MalformedInputException;
import java.util.List;
import java.util.Optional;

/**
 * The QR code of a citizen card: seven fields on cards of 2021, eleven on those of 2024. It is
 * printed, not signed: good for opening the chip and for comparing with it.
 *
 * @param text as scanned
 * @param number field 1
 * @param fields all fields, empty ones kept
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record CitizenQr(String text, CitizenNumber number, List<String> fields) {
  /** Copies the list. */
  public CitizenQr {
    fields = List.copyOf(fields);
  }

  /**
   * Reads the text of a QR code.
   *
   * @throws MalformedInputException if it is not that of a citizen card; it names the field
   */
  public static CitizenQr parse(String text) throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /** The key that opens the chip of this card; the caller closes it. */
  public AccessKey accessKey() {
    throw new UnsupportedOperationException();
  }

  /** The older number of nine digits. */
  public Optional<String> oldNumber() {
    return field(2);
  }

  /** The name. */
  public Optional<CitizenName> fullName() {
    return field(3).map(CitizenName::new);
  }

  /** The birth date. */
  public Optional<CitizenDate> birthDate() {
    return field(4).map(CitizenDate::new);
  }

  /** {@code Nam} or {@code Nữ}. */
  public Optional<String> sex() {
    return field(5);
  }

  /** The place of residence. */
  public Optional<String> residence() {
    return field(6);
  }

  /** The day of issue. */
  public Optional<CitizenDate> issueDate() {
    return field(7).map(CitizenDate::new);
  }

  /** Fields 8 to 11 as they stand; their meaning is not published. */
  public List<String> further() {
    return fields.subList(Math.min(7, fields.size()), fields.size());
  }

  private Optional<String> field(int number) {
    return Optional.of(fields.get(number - 1)).filter(field -> !field.isEmpty());
  }

  @Override
  public String toString() {
    return "CitizenQr[" + fields.size() + " fields, redacted]";
  }
}
