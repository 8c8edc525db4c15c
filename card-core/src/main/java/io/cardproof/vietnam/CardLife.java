package io.cardproof.vietnam;

import java.time.LocalDate;
import java.util.List;

/** How long a citizen card lives: to the birthday of a milestone, Law 26/2023 article 21. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public final class CardLife {
  private CardLife() {}

  /**
   * The expiry dates, yyMMdd, to try as part of an MRZ key when only birth and issue are known; the
   * likeliest first, three at most. Each try costs an attempt at the chip.
   */
  public static List<String> expiryCandidates(LocalDate birth, LocalDate issue) {
    throw new UnsupportedOperationException();
  }
}
