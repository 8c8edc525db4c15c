package io.cardproof.simulator.persona;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes the MRZ of any document (ICAO 9303-4 §4.2, 9303-5 §4.2, 9303-6 §4.2).
 *
 * @param code of the document, such as {@code P} or {@code ID}
 * @param state that issues it, and whose national the holder is
 * @param number of the document; beyond nine characters it goes on in the optional data, which a
 *     passport's MRZ cannot
 */
record MrzWriter(String code, String state, String number) {
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final int NUMBER_FIELD = 9;
  private static final int TD1_OPTIONAL = 15;
  private static final int TD1_SECOND_OPTIONAL = 11;
  private static final int TD2_OPTIONAL = 7;
  private static final int TD3_OPTIONAL = 14;

  /** The lines. */
  List<String> lines(MrzFormat format, Person person, LocalDate birth, LocalDate expiry) {
    return switch (format) {
      case TD1 -> td1(person, birth, expiry);
      case TD2 -> td2(person, birth, expiry);
      case TD3 -> td3(person, birth, expiry);
    };
  }

  private List<String> td1(Person person, LocalDate birth, LocalDate expiry) {
    String first = issuer() + numberField() + filled(restOfNumber(), TD1_OPTIONAL);
    String second =
        dates(birth, person.sex(), expiry) + filled(state, 3) + "<".repeat(TD1_SECOND_OPTIONAL);
    String covered =
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18);
    return List.of(
        first, second + Mrz.checkDigit(covered), names(person, MrzFormat.TD1.lineLength()));
  }

  private List<String> td2(Person person, LocalDate birth, LocalDate expiry) {
    String second = common(person, birth, expiry) + filled(restOfNumber(), TD2_OPTIONAL);
    return List.of(
        issuer() + names(person, MrzFormat.TD2.lineLength() - 5), second + composite(second));
  }

  private List<String> td3(Person person, LocalDate birth, LocalDate expiry) {
    if (number.length() > NUMBER_FIELD) {
      throw new IllegalArgumentException("a passport's number has nine characters at most");
    }
    String second = common(person, birth, expiry) + "<".repeat(TD3_OPTIONAL) + "<";
    return List.of(
        issuer() + names(person, MrzFormat.TD3.lineLength() - 5), second + composite(second));
  }

  private String issuer() {
    return filled(code, 2) + filled(state, 3);
  }

  private String common(Person person, LocalDate birth, LocalDate expiry) {
    return numberField() + filled(state, 3) + dates(birth, person.sex(), expiry);
  }

  /** Over number, dates and what is optional, each with its check digit. */
  private static char composite(String second) {
    return Mrz.checkDigit(
        second.substring(0, 10) + second.substring(13, 20) + second.substring(21));
  }

  private String numberField() {
    if (number.length() <= NUMBER_FIELD) {
      return checked(filled(number, NUMBER_FIELD));
    }
    return number.substring(0, NUMBER_FIELD) + "<";
  }

  /** The check digit stands behind the whole number, and a filler behind that. */
  private String restOfNumber() {
    return number.length() <= NUMBER_FIELD
        ? ""
        : number.substring(NUMBER_FIELD) + Mrz.checkDigit(number) + "<";
  }

  private static String dates(LocalDate birth, String sex, LocalDate expiry) {
    return checked(YYMMDD.format(birth)) + sex + checked(YYMMDD.format(expiry));
  }

  private static String checked(String text) {
    return text + Mrz.checkDigit(text);
  }

  private static String names(Person person, int length) {
    String names = Mrz.names(person.surname(), person.givenNames());
    return filled(names.length() > length ? names.substring(0, length) : names, length);
  }

  private static String filled(String text, int length) {
    if (text.length() > length) {
      throw new IllegalArgumentException("more than the " + length + " characters of its field");
    }
    return text + "<".repeat(length - text.length());
  }
}
