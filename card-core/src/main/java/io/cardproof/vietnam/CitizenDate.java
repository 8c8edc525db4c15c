package io.cardproof.vietnam;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a citizen card writes it: a day, a year alone, or {@code Không thời hạn}.
 *
 * @param text as it stands on the card
 */
public record CitizenDate(String text) {
  private static final Pattern DAY = Pattern.compile("([0-9]{2})[/-]?([0-9]{2})[/-]?([0-9]{4})");

  /** {@code Không thời hạn}, compared without diacritics and case. */
  private static final String NO_END = "KHONG THOI HAN";

  /** A day as a machine readable zone writes it. */
  public static String yyMMdd(LocalDate day) {
    String text = day.toString();
    int end = text.length();
    return text.substring(end - 8, end - 6)
        + text.substring(end - 5, end - 3)
        + text.substring(end - 2);
  }

  /** Whether the text is one of the three forms. */
  public boolean wellFormed() {
    return year().isPresent() || unlimited();
  }

  /** The day, if the text is one. */
  public Optional<LocalDate> day() {
    Matcher parts = DAY.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The year, also where it stands alone. */
  public OptionalInt year() {
    String stripped = text.strip();
    if (stripped.matches("[0-9]{4}")) {
      return OptionalInt.of(Integer.parseInt(stripped));
    }
    Optional<LocalDate> day = day();
    return day.isPresent() ? OptionalInt.of(day.get().getYear()) : OptionalInt.empty();
  }

  /** Whether the text says that there is no end. */
  public boolean unlimited() {
    return new CitizenName(text).mrzForm().equals(NO_END);
  }

  @Override
  public String toString() {
    return "CitizenDate[redacted]";
  }
}
