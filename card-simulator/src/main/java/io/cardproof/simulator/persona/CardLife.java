package io.cardproof.simulator.persona;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When citizen cards are made and how long they last (Law 26/2023 article 21). */
final class CardLife {
  private static final int[] MILESTONES = {25, 40, 60};
  private static final int YEARS_TOO_SHORT = 2;
  private static final int DAYS_TO_PERSONALISATION = 21;
  private static final LocalTime SHIFT = LocalTime.of(3, 0);

  private CardLife() {}

  /** The birthday that ends the card; one within two years after issue is passed over. */
  static LocalDate expiry(LocalDate birth, LocalDate issue) {
    for (int age : MILESTONES) {
      LocalDate end = birth.plusYears(age);
      if (!issue.isAfter(end.minusYears(YEARS_TOO_SHORT))) {
        return end;
      }
    }
    throw new IllegalArgumentException("a card for life has no such date");
  }

  /** The chip is written some weeks after the printed date of issue. */
  static Instant signing(LocalDate issue) {
    return issue.plusDays(DAYS_TO_PERSONALISATION).atTime(SHIFT).toInstant(ZoneOffset.UTC);
  }
}
