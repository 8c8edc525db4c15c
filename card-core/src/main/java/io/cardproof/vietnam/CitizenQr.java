package io.cardproof.vietnam;

import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.error.MalformedInputException;
import java.text.Normalizer;
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
public record CitizenQr(String text, CitizenNumber number, List<String> fields) {
  private static final int FIELDS_2021 = 7;
  private static final int FIELDS_2024 = 11;

  /** A QR code of version 40 holds 2,953 bytes. */
  private static final int MAX_LENGTH = 2953;

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
    String content = withoutFrame(text);
    refuseOthers(content);
    List<String> fields = List.of(content.split("\\|", -1));
    if (fields.size() != FIELDS_2021 && fields.size() != FIELDS_2024) {
      throw malformed("all of it", "neither seven nor eleven fields apart by |");
    }
    if (!fields.get(0).matches(CitizenNumber.FORM)) {
      throw malformed("field 1, citizen number", "not twelve digits");
    }
    checkOldNumber(fields.get(1));
    checkDate("field 4, birth date", fields.get(3));
    checkDate("field 7, date of issue", fields.get(6));
    return new CitizenQr(text, new CitizenNumber(fields.get(0)), fields);
  }

  /** The key that opens the chip of this card; the caller closes it. */
  public AccessKey accessKey() {
    try {
      return AccessKey.can(number.can(), new Presented.Qr(text));
    } catch (MalformedInputException e) {
      throw new IllegalStateException("a citizen number ends in six digits", e);
    }
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

  /** A scanner may send a byte order mark, spaces and a line break around the text. */
  private static String withoutFrame(String text) throws MalformedInputException {
    if (text.length() > MAX_LENGTH) {
      throw malformed("all of it", "longer than a QR code can be");
    }
    return Normalizer.normalize(text.replace("\uFEFF", "").strip(), Normalizer.Form.NFC);
  }

  private static void refuseOthers(String content) throws MalformedInputException {
    if (content.startsWith("000201")) {
      throw malformed("all of it", "a payment code (VietQR); scan the code of the identity card");
    }
    if (content.endsWith("$")) {
      throw malformed(
          "all of it", "the code of a health insurance card; scan that of the identity card");
    }
  }

  private static void checkOldNumber(String field) throws MalformedInputException {
    if (!field.matches("|[0-9]{9}|[0-9]{12}")) {
      throw malformed("field 2, old number", "neither empty nor nine or twelve digits");
    }
  }

  private static void checkDate(String place, String field) throws MalformedInputException {
    if (!field.isEmpty() && new CitizenDate(field).year().isEmpty()) {
      throw malformed(place, "not a date ddMMyyyy");
    }
  }

  private static MalformedInputException malformed(String place, String problem) {
    return new MalformedInputException("QR text", place, problem);
  }

  private Optional<String> field(int number) {
    return Optional.of(fields.get(number - 1)).filter(field -> !field.isEmpty());
  }

  @Override
  public String toString() {
    return "CitizenQr[" + fields.size() + " fields, redacted]";
  }
}
