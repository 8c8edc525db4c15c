package io.cardproof.simulator.chip;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A date of a CV certificate: six bytes, one digit each, YYMMDD after 2000, TR-03110-3 §D.2.1. */
final class CvDate {
  private static final int DIGITS = 6;
  private static final int CENTURY = 2000;

  private CvDate() {}

  static LocalDate read(byte[] value) throws Refusal {
    if (value.length != DIGITS) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    try {
      return LocalDate.of(CENTURY + number(value, 0), number(value, 2), number(value, 4));
    } catch (DateTimeException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }

  private static int number(byte[] digits, int at) throws Refusal {
    int tens = digits[at];
    int ones = digits[at + 1];
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return 10 * tens + ones;
  }
}
