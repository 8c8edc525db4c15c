package io.cardproof.vietnam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a citizen card lives: to the birthday of a milestone, 14, 25, 40 or 60 (Law 26/2023
 * article 21; Law 59/2014 has the last three and the same rule). A card issued in the two years
 * before a milestone lives to the next one, and from 60 on for life.
 */
public final class CardLife {
  private static final int[] MILESTONES = {14, 25, 40, 60};
  private static final int CLAUSE_YEARS = 2;

  private CardLife() {}

  /** The last day of a card by the rule; empty if it lives for life. */
  public static Optional<LocalDate> expiry(LocalDate birth, LocalDate issue) {
    return milestoneAfter(birth, issue.plusYears(CLAUSE_YEARS));
  }

  /**
   * The expiry dates, yyMMdd, to try as part of an MRZ key when only birth and issue are known; the
   * likeliest first, three at most. Each try costs an attempt at the chip.
   */
  public static List<String> expiryCandidates(LocalDate birth, LocalDate issue) {
    String life = lifelongExpiry(birth);
    List<String> candidates = new ArrayList<>();
    candidates.add(expiry(birth, issue).map(CitizenDate::yyMMdd).orElse(life));
    candidates.add(milestoneAfter(birth, issue).map(CitizenDate::yyMMdd).orElse(life));
    candidates.add(life);
    return candidates.stream().distinct().toList();
  }

  /** What the machine readable zone of a card for life has as expiry: 99 and the birthday. */
  public static String lifelongExpiry(LocalDate birth) {
    return "99" + CitizenDate.yyMMdd(birth).substring(2);
  }

  /** The first milestone whose birthday is after {@code day}. */
  private static Optional<LocalDate> milestoneAfter(LocalDate birth, LocalDate day) {
    for (int age : MILESTONES) {
      LocalDate birthday = birth.plusYears(age);
      if (birthday.isAfter(day)) {
        return Optional.of(birthday);
      }
    }
    return Optional.empty();
  }
}
