package io.cardproof.simulator.persona;

import java.time.LocalDate;

/** What differs between the citizen cards before and after 1 July 2024. */
enum Generation {
  CCCD_2021(
      "cccd-2021",
      "Vietnamese citizen card of 2021: PACE by CAN or MRZ, BAC, CA, AA; 7-field QR",
      "") {
    @Override
    LocalDate issue(LocalDate today) {
      return today.minusYears(5).withDayOfMonth(10);
    }

    @Override
    String onChip(String text) {
      return text;
    }
  },
  CCCD_2024(
      "cccd-2024",
      "Vietnamese identity card of 2024: as 2021, fields 9 and 11 empty; 11-field QR",
      "||||") {
    @Override
    LocalDate issue(LocalDate today) {
      LocalDate recent = today.minusMonths(10).withDayOfMonth(10);
      LocalDate latest = today.minusDays(60);
      if (!recent.isBefore(FIRST_DAY)) {
        return recent;
      }
      return latest.isBefore(FIRST_DAY) ? recent : FIRST_DAY;
    }

    @Override
    String onChip(String text) {
      return "";
    }
  };

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);

  private final String id;
  private final String summary;
  private final String endOfQr;

  Generation(String id, String summary, String endOfQr) {
    this.id = id;
    this.summary = summary;
    this.endOfQr = endOfQr;
  }

  String id() {
    return id;
  }

  String summary() {
    return summary;
  }

  /** What follows the seven fields: the four empty ones of 2024. */
  String endOfQr() {
    return endOfQr;
  }

  /** The printed date of issue of the card carried on {@code today}. */
  abstract LocalDate issue(LocalDate today);

  /** Residence and date of issue: on the chip up to 2024, later only in the QR text. */
  abstract String onChip(String text);
}
