package io.cardproof.simulator.persona;

import io.cardproof.simulator.picture.Face;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * A made-up citizen.
 *
 * @param surname family name
 * @param givenNames middle and given names
 * @param sex {@code M} or {@code F}
 * @param birthday day of birth without the year
 * @param yearsBefore birth year, counted back from the present one
 * @param serial last six digits of the number
 * @param oldNumber nine digits, or empty
 * @param origin place of origin
 * @param residence place of residence
 * @param marks identifying marks, or empty
 * @param parents father, then mother
 * @param spouses none or some
 * @param face for the portrait
 */
record Citizen(
    String surname,
    String givenNames,
    String sex,
    MonthDay birthday,
    int yearsBefore,
    String serial,
    String oldNumber,
    String origin,
    String residence,
    String marks,
    List<String> parents,
    List<String> spouses,
    Face face) {
  private static final String PROVINCE = "001";

  Citizen {
    parents = List.copyOf(parents);
    spouses = List.copyOf(spouses);
  }

  LocalDate birth(LocalDate today) {
    return birthday.atYear(today.getYear() - yearsBefore);
  }

  String fullName() {
    return surname + " " + givenNames;
  }

  String sexInVietnamese() {
    return sex.equals("M") ? "Nam" : "Nữ";
  }

  /** Province, a digit for century and sex, two digits of the year, six more. */
  String number(LocalDate today) {
    int year = birth(today).getYear();
    int century = (year / 100 - 19) * 2 + (sex.equals("M") ? 0 : 1);
    return PROVINCE + century + String.format(java.util.Locale.ROOT, "%02d", year % 100) + serial;
  }
}
