package io.cardproof.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Points in time as options name them. */
final class Instants {
  private Instants() {}

  /** {@code 2026-11-23T09:30:00Z}, one with an offset, or a date, whose start in UTC is meant. */
  static Instant parse(String text) {
    try {
      return text.length() == "2026-11-23".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is neither 2026-11-23 nor 2026-11-23T09:30:00Z");
    }
  }
}
