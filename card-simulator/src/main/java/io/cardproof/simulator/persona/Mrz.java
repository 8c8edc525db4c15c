package io.cardproof.simulator.persona;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Machine readable zones (ICAO 9303-3 §4, -4 and -5). */
final class Mrz {
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final int TD1_LINE = 30;
  private static final int TD2_LINE = 36;
  private static final int TD3_LINE = 44;
  private static final int DOCUMENT_NUMBER = 9;
  private static final int[] WEIGHTS = {7, 3, 1};

  private Mrz() {}

  /** The citizen card's three lines; the last of line 1 is a check digit over the 12 digits. */
  static List<String> citizenCard(
      String number, String names, LocalDate birth, String sex, LocalDate expiry) {
    String first =
        "IDVNM"
            + checked(number.substring(number.length() - DOCUMENT_NUMBER))
            + number
            + "<<"
            + checkDigit(number);
    String second = dates(birth, sex, expiry) + "VNM" + "<".repeat(11);
    String covered =
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18);
    return List.of(first, second + checkDigit(covered), fill(names, TD1_LINE));
  }

  /** Surname, filler, given names: upper case without diacritics. */
  static String names(String surname, String givenNames) {
    return plain(surname) + "<<" + plain(givenNames);
  }

  /** The lines in a text of 72, 88 or 90 characters. */
  static List<String> lines(String text) {
    return switch (text.length()) {
      case 3 * TD1_LINE ->
          List.of(
              text.substring(0, TD1_LINE),
              text.substring(TD1_LINE, 2 * TD1_LINE),
              text.substring(2 * TD1_LINE));
      case 2 * TD2_LINE -> List.of(text.substring(0, TD2_LINE), text.substring(TD2_LINE));
      case 2 * TD3_LINE -> List.of(text.substring(0, TD3_LINE), text.substring(TD3_LINE));
      default ->
          throw new IllegalArgumentException(
              "an MRZ has 72, 88 or 90 characters, not " + text.length());
    };
  }

  /** What BAC and PACE derive keys from: number, birth, expiry, each with its check digit. */
  static String information(List<String> lines) {
    if (lines.size() == 3) {
      String second = lines.get(1);
      return number(lines.get(0), 5, 15) + second.substring(0, 7) + second.substring(8, 15);
    }
    String second = lines.get(1);
    String number = second.length() == TD2_LINE ? number(second, 0, 28) : second.substring(0, 10);
    return number + second.substring(13, 20) + second.substring(21, 28);
  }

  /** A number too long for its field goes on in the optional data (ICAO 9303-11 §4.3.2, 9303-5). */
  private static String number(String line, int start, int optional) {
    int check = start + DOCUMENT_NUMBER;
    int end = line.indexOf('<', optional);
    if (line.charAt(check) != '<' || end <= optional) {
      return line.substring(start, check + 1);
    }
    return line.substring(start, check) + line.substring(optional, end);
  }

  /** The check digit of ICAO 9303-3 §4.9. */
  static char checkDigit(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Math.max(0, Character.digit(text.charAt(i), 36)) * WEIGHTS[i % 3];
    }
    return Character.forDigit(sum % 10, 10);
  }

  private static String dates(LocalDate birth, String sex, LocalDate expiry) {
    return checked(YYMMDD.format(birth)) + sex + checked(YYMMDD.format(expiry));
  }

  private static String checked(String text) {
    return text + checkDigit(text);
  }

  private static String plain(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return letters.replace('Đ', 'D').replace('đ', 'd').toUpperCase(Locale.ROOT).replace(' ', '<');
  }

  private static String fill(String text, int length) {
    if (text.length() > length) {
      throw new IllegalArgumentException("too long for a line of " + length);
    }
    return text + "<".repeat(length - text.length());
  }
}
