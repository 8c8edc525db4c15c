package io.cardproof.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardLifeTest {
  private static final LocalDate BIRTH = LocalDate.of(1985, 5, 20);

  @Test
  void aCardLivesToTheNextMilestone() {
    assertEquals(Optional.of(LocalDate.of(1999, 5, 20)), expiryAt(6, 0));
    assertEquals(Optional.of(LocalDate.of(2010, 5, 20)), expiryAt(14, 0));
    assertEquals(Optional.of(LocalDate.of(2025, 5, 20)), expiryAt(25, 0));
    assertEquals(Optional.of(LocalDate.of(2045, 5, 20)), expiryAt(40, 0));
    assertEquals(Optional.empty(), expiryAt(60, 0));
  }

  @Test
  void inTheTwoYearsBeforeAMilestoneItLivesToTheOneAfter() {
    assertEquals(Optional.of(LocalDate.of(2025, 5, 20)), expiryAt(38, -1));
    assertEquals(Optional.of(LocalDate.of(2045, 5, 20)), expiryAt(38, 0));
    assertEquals(Optional.of(LocalDate.of(2045, 5, 20)), expiryAt(40, -1));
    assertEquals(Optional.of(LocalDate.of(2010, 5, 20)), expiryAt(12, 0));
    assertEquals(Optional.empty(), expiryAt(58, 0));
  }

  @Test
  void theCandidatesBeginWithTheRuleAndAreThreeAtMost() {
    assertEquals(
        List.of("450520", "250520", "990520"),
        CardLife.expiryCandidates(BIRTH, BIRTH.plusYears(39)));
    assertEquals(
        List.of("250520", "990520"), CardLife.expiryCandidates(BIRTH, BIRTH.plusYears(36)));
    assertEquals(
        List.of("990520", "450520"), CardLife.expiryCandidates(BIRTH, BIRTH.plusYears(59)));
    assertEquals(List.of("990520"), CardLife.expiryCandidates(BIRTH, BIRTH.plusYears(60)));
  }

  private static Optional<LocalDate> expiryAt(int years, int days) {
    return CardLife.expiry(BIRTH, BIRTH.plusYears(years).plusDays(days));
  }
}
