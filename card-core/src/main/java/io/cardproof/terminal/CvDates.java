package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates of certificates: YYMMDD, one digit a byte, TR-03110-3 §D.2.1.3. */
final class CvDates {
  private static final int DIGITS = 6;
  private static final int CENTURY = 2000;

  private CvDates() {}

  static LocalDate read(CvReader reader, CvTag tag) throws MalformedInputException {
    Bytes value = reader.value(tag);
    if (value.length() != DIGITS) {
      throw reader.malformed("a date has six digits");
    }
    for (int i = 0; i < DIGITS; i++) {
      if (value.at(i) > 9) {
        throw reader.malformed("a digit of a date is from 0 to 9");
      }
    }
    try {
      return LocalDate.of(CENTURY + pair(value, 0), pair(value, 2), pair(value, 4));
    } catch (DateTimeException e) {
      throw reader.malformed("no such day");
    }
  }

  static Bytes write(LocalDate date) {
    int number =
        (date.getYear() - CENTURY) * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    byte[] digits = new byte[DIGITS];
    for (int i = DIGITS - 1; i >= 0; i--) {
      digits[i] = (byte) (number % 10);
      number /= 10;
    }
    return Bytes.of(digits);
  }

  private static int pair(Bytes value, int at) {
    return value.at(at) * 10 + value.at(at + 1);
  }
}
