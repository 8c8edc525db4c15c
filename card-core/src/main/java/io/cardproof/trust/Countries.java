package io.cardproof.trust;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * Country codes of certificates (ISO 3166-1, two letters) and of documents (ICAO 9303-3 §5, up to
 * three letters), and which of them mean the same issuer.
 */
public final class Countries {
  // Codes that ISO 3166-1 does not have, and states that sign for others.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("D", "DE"),
          Map.entry("UTO", "UT"),
          Map.entry("EUE", "EU"),
          Map.entry("UNO", "UN"),
          Map.entry("UNA", "UN"),
          Map.entry("UNK", "KS"),
          Map.entry("RKS", "KS"),
          Map.entry("XKX", "KS"),
          Map.entry("XK", "KS"),
          Map.entry("GBD", "GB"),
          Map.entry("GBN", "GB"),
          Map.entry("GBO", "GB"),
          Map.entry("GBP", "GB"),
          Map.entry("GBS", "GB"),
          Map.entry("UK", "GB"),
          Map.entry("BM", "GB"),
          Map.entry("BMU", "GB"),
          Map.entry("HKG", "CN"),
          Map.entry("HK", "CN"),
          Map.entry("MAC", "CN"),
          Map.entry("MO", "CN"));
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Countries() {}

  /** Whether the two codes mean the same issuer. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String code) {
    String upper = code.strip().replace("<", "").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(ALIASES.get(upper))
        .orElseGet(() -> TWO_LETTERS.getOrDefault(upper, upper));
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOCountries()) {
      threeLetters(two).ifPresent(three -> codes.put(three, two));
    }
    return Map.copyOf(codes);
  }

  // The platform knows no three letters for some codes; those are compared as they are.
  private static Optional<String> threeLetters(String two) {
    try {
      return Optional.of(new Locale("", two).getISO3Country());
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }
}
