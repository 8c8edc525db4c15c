package io.cardproof.trust;

import java.util.Locale;

/**
 * Where a certificate is not as ICAO 9303-12 §7.1 wants it. Real ones differ in many ways; none of
 * it says that a signature is wrong. Append-only.
 */
public enum ProfileDefect {
  NO_BASIC_CONSTRAINTS("no basic constraints"),
  NOT_AN_AUTHORITY("not an authority by its basic constraints"),
  CONSTRAINTS_NOT_CRITICAL("constraints not critical"),
  PATH_LENGTH("path length other than 0"),
  NO_KEY_USAGE("no key usage"),
  KEY_USAGE_WITHOUT_CERTIFICATES("key usage without keyCertSign"),
  KEY_USAGE_BEYOND("key usage beyond certificates and lists"),
  KEY_USAGE_NOT_CRITICAL("key usage not critical"),
  EXTENDED_KEY_USAGE("extended key usage"),
  SERIAL_NOT_POSITIVE("serial number not positive"),
  SERIAL_TOO_LONG("serial number longer than 20 bytes"),
  NO_COUNTRY("no country"),
  COUNTRY_LENGTH("country not of two letters"),
  COUNTRY_DIFFERS("another country than its issuer"),
  NO_SUBJECT_KEY_ID("no subject key identifier"),
  NO_AUTHORITY_KEY_ID("no authority key identifier"),
  UNKNOWN_CRITICAL_EXTENSION("unknown critical extension"),
  KEY_USAGE_MORE_THAN_SIGNATURES("key usage beyond signatures"),
  BASIC_CONSTRAINTS("basic constraints although it certifies nobody"),
  VERSION("not of version 3"),
  SIGNATURE_ALGORITHMS_DIFFER("two different signature algorithms"),
  COUNTRY_LOWER_CASE("country in lower case");

  private final String text;

  ProfileDefect(String text) {
    this.text = text;
  }

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A few English words. */
  public String text() {
    return text;
  }
}
