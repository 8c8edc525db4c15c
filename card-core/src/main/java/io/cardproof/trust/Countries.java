package io.cardproof.trust;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

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

  private Countries() {}

  /** Whether the two codes mean the same issuer. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  // To three letters where there are any: the platform answers that one by one, without a table.
  private static String folded(String code) {
    String upper = code.strip().replace("<", "").toUpperCase(Locale.ROOT);
    String known = ALIASES.getOrDefault(upper, upper);
    return known.length() == 2 ? threeLetters(known) : known;
  }

  // The platform knows no three letters for some codes; those are compared as they are.
  private static String threeLetters(String two) {
    try {
      return new Locale("", two).getISO3Country();
    } catch (MissingResourceException e) {
      return two;
    }
  }
}
