package io.cardproof.cli.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as both languages of the command write them. */
final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private Dates() {}

  static String text(LocalDate date) {
    return DAY.format(date);
  }

  /** The day of an instant in UTC, as certificates count. */
  static String text(Instant instant) {
    return text(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }
}
