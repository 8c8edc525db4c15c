package io.cardproof.vietnam;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A date as a citizen card writes it: a day, a year alone, or {@code Không thời hạn}.
 *
 * @param text as it stands on the card
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record CitizenDate(String text) {
  /** The day, if the text is one. */
  public Optional<LocalDate> day() {
    throw new UnsupportedOperationException();
  }

  /** The year, also where it stands alone. */
  public OptionalInt year() {
    throw new UnsupportedOperationException();
  }

  /** Whether the text says that there is no end. */
  public boolean unlimited() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "CitizenDate[redacted]";
  }
}
