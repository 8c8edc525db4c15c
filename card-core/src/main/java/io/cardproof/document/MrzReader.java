package io.cardproof.document;

import java.util.ArrayList;
import java.util.List;

/** Takes the lines of a machine readable zone apart, ICAO 9303-5 to -7. */
final class MrzReader {
  private static final char FILLER = '<';

  private final Mrz.Type type;
  private final List<String> lines;
  private final List<String> faults = new ArrayList<>();

  MrzReader(Mrz.Type type, List<String> lines) {
    this.type = type;
    this.lines = lines;
  }

  Mrz read() {
    return switch (type) {
      case TD1 -> td1();
      case TD2 -> td2();
      case TD3 -> td3();
    };
  }

  private Mrz td1() {
    String first = lines.get(0);
    String second = lines.get(1);
    DocumentNumber number =
        number(first.substring(5, 14), first.charAt(14), first.substring(15, 30));
    checkDates(second.substring(0, 7), second.substring(8, 15));
    checkComposite(
        first.substring(5, 30)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29),
        second.charAt(29));
    return mrz(
        number,
        second.substring(18, 29),
        new Dates(second.substring(0, 6), second.substring(7, 8), second.substring(8, 14)),
        second.substring(15, 18),
        lines.get(2));
  }

  private Mrz td2() {
    String second = lines.get(1);
    DocumentNumber number =
        number(second.substring(0, 9), second.charAt(9), second.substring(28, 35));
    checkDates(second.substring(13, 20), second.substring(21, 28));
    checkComposite(
        second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 35),
        second.charAt(35));
    return mrz(
        number, "", twoLineDates(second), second.substring(10, 13), lines.get(0).substring(5));
  }

  private Mrz td3() {
    String second = lines.get(1);
    check("document number", second.substring(0, 9), second.charAt(9));
    checkDates(second.substring(13, 20), second.substring(21, 28));
    checkOptionalData(second.substring(28, 42), second.charAt(42));
    checkComposite(
        second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43),
        second.charAt(43));
    return mrz(
        new DocumentNumber(second.substring(0, 9), second.substring(28, 42)),
        "",
        twoLineDates(second),
        second.substring(10, 13),
        lines.get(0).substring(5));
  }

  private static Dates twoLineDates(String second) {
    return new Dates(second.substring(13, 19), second.substring(20, 21), second.substring(21, 27));
  }

  /**
   * A number of more than nine characters goes on in the optional data, followed there by its check
   * digit; a filler then stands in the place of the check digit, ICAO 9303-5 §4.2.2.1 note j.
   */
  private DocumentNumber number(String places, char digit, String optional) {
    int end = optional.indexOf(FILLER);
    if (digit != FILLER || end < 2) {
      check("document number", places, digit);
      return new DocumentNumber(places, optional);
    }
    String whole = places + optional.substring(0, end - 1);
    check("document number", whole, optional.charAt(end - 1));
    return new DocumentNumber(whole, optional.substring(end + 1));
  }

  private void checkDates(String birth, String expiry) {
    check("birth date", birth.substring(0, 6), birth.charAt(6));
    check("expiry date", expiry.substring(0, 6), expiry.charAt(6));
  }

  /** The check digit of empty optional data may be a filler, ICAO 9303-4 §4.2.2.2. */
  private void checkOptionalData(String data, char digit) {
    if (digit != FILLER || !withoutFillers(data).isEmpty()) {
      check("optional data", data, digit);
    }
  }

  private void checkComposite(String fields, char digit) {
    check("composite", fields, digit);
  }

  private void check(String name, String field, char digit) {
    if (Mrz.checkDigit(field) != digit) {
      faults.add(name);
    }
  }

  private Mrz mrz(
      DocumentNumber number, String optional2, Dates dates, String nationality, String names) {
    int gap = names.indexOf("<<");
    return new Mrz(
        type,
        lines,
        withoutFillers(lines.get(0).substring(0, 2)),
        withoutFillers(lines.get(0).substring(2, 5)),
        withoutFillers(number.number()),
        withoutFillers(number.optionalData()),
        withoutFillers(optional2),
        dates.birth(),
        withoutFillers(dates.sex()),
        dates.expiry(),
        withoutFillers(nationality),
        words(gap < 0 ? names : names.substring(0, gap)),
        words(gap < 0 ? "" : names.substring(gap)),
        faults);
  }

  private static String words(String field) {
    return field.replace(FILLER, ' ').strip().replaceAll(" +", " ");
  }

  private static String withoutFillers(String field) {
    int end = field.length();
    while (end > 0 && field.charAt(end - 1) == FILLER) {
      end--;
    }
    return field.substring(0, end);
  }

  private record DocumentNumber(String number, String optionalData) {}

  private record Dates(String birth, String sex, String expiry) {}
}
