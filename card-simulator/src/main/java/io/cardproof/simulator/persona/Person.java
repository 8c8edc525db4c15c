package io.cardproof.simulator.persona;

import io.cardproof.simulator.picture.Face;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A made-up person on a document.
 *
 * @param surname family name
 * @param givenNames the others
 * @param sex {@code M}, {@code F} or {@code <}, as in the MRZ
 * @param birthday day of birth without the year
 * @param yearsBefore birth year, counted back from the present one
 * @param face for the portrait
 */
public record Person(
    String surname, String givenNames, String sex, MonthDay birthday, int yearsBefore, Face face) {

  /** Refuses a sex that the MRZ has no letter for. */
  public Person {
    if (!sex.matches("[MF<]")) {
      throw new IllegalArgumentException("sex is M, F or <");
    }
  }

  LocalDate birth(LocalDate today) {
    return birthday.atYear(today.getYear() - yearsBefore);
  }
}
