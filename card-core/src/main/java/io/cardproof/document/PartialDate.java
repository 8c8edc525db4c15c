package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A date of DG11, DG12 or DG16 as the document writes it: eight digits, in text or packed two to a
 * byte; month and day may be {@code 00} where nobody knows them, or be missing.
 *
 * @param text the digits, {@code YYYYMMDD} where all is well
 */
public record PartialDate(String text) {
  private static final int YEAR_DIGITS = 4;
  private static final int MONTH_DIGITS = 6;
  private static final int DAY_DIGITS = 8;

  static PartialDate of(Bytes value) {
    return new PartialDate(digits(value));
  }

  /** The digits of a value in either form; what is neither stays as it is. */
  static String digits(Bytes value) {
    byte[] bytes = value.toByteArray();
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    if (ascii.isEmpty() || ascii.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return ascii;
    }
    return HexFormat.of().formatHex(bytes);
  }

  /** The day, where the document knows it. */
  public Optional<LocalDate> day() {
    OptionalInt year = year();
    OptionalInt month = number(YEAR_DIGITS, MONTH_DIGITS);
    OptionalInt day = number(MONTH_DIGITS, DAY_DIGITS);
    if (year.isEmpty() || month.isEmpty() || day.isEmpty() || text.length() < DAY_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The year, where the document knows it. */
  public OptionalInt year() {
    OptionalInt year = number(0, YEAR_DIGITS);
    return year.orElse(0) == 0 ? OptionalInt.empty() : year;
  }

  /** For people: a day as {@code YYYY-MM-DD}, what is known of one, or the text as it is. */
  public String shown() {
    if (year().isEmpty()) {
      return text;
    }
    if (day().isPresent()) {
      return day().get().toString();
    }
    boolean month = number(YEAR_DIGITS, MONTH_DIGITS).orElse(0) > 0;
    return month
        ? text.substring(0, YEAR_DIGITS) + "-" + text.substring(YEAR_DIGITS, MONTH_DIGITS)
        : text.substring(0, YEAR_DIGITS);
  }

  private OptionalInt number(int from, int to) {
    boolean digits =
        text.length() >= to && text.substring(from, to).chars().allMatch(PartialDate::isDigit);
    return digits
        ? OptionalInt.of(Integer.parseInt(text.substring(from, to)))
        : OptionalInt.empty();
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  @Override
  public String toString() {
    return "PartialDate[redacted]";
  }
}
