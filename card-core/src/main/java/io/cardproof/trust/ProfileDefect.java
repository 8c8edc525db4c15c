package io.cardproof.trust;

import io.cardproof.check.Reason;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a certificate is not as ICAO 9303-12 §7.1 wants it. Real ones differ in many ways; none of
 * it says that a signature is wrong. Append-only.
 */
public enum ProfileDefect {
  NO_BASIC_CONSTRAINTS("no basic constraints"),
  NOT_AN_AUTHORITY("not an authority by its basic constraints"),
  CONSTRAINTS_NOT_CRITICAL("constraints not critical"),
  PATH_LENGTH("path length other than 0"),
  NO_KEY_USAGE("no key usage", Reason.KEY_USAGE_MISSING),
  KEY_USAGE_WITHOUT_CERTIFICATES("key usage without keyCertSign"),
  KEY_USAGE_BEYOND("key usage beyond certificates and lists"),
  KEY_USAGE_NOT_CRITICAL("key usage not critical", Reason.KEY_USAGE_NOT_CRITICAL),
  EXTENDED_KEY_USAGE("extended key usage"),
  SERIAL_NOT_POSITIVE("serial number not positive"),
  SERIAL_TOO_LONG("serial number longer than 20 bytes"),
  NO_COUNTRY("no country"),
  COUNTRY_LENGTH("country not of two letters"),
  COUNTRY_DIFFERS("another country than its issuer"),
  NO_SUBJECT_KEY_ID("no subject key identifier"),
  NO_AUTHORITY_KEY_ID("no authority key identifier", Reason.AUTHORITY_KEY_MISSING),
  UNKNOWN_CRITICAL_EXTENSION("unknown critical extension"),
  KEY_USAGE_MORE_THAN_SIGNATURES("key usage beyond signatures"),
  BASIC_CONSTRAINTS("basic constraints although it certifies nobody"),
  VERSION("not of version 3"),
  SIGNATURE_ALGORITHMS_DIFFER("two different signature algorithms"),
  COUNTRY_LOWER_CASE("country in lower case"),
  NO_ISSUER_COUNTRY("no country in the issuer's name", Reason.ISSUER_COUNTRY_MISSING),
  TIME_FORM("times not in their forms", Reason.CERTIFICATE_TIME_FORM_WRONG),
  ISSUER_NAME("another name than its issuer has", Reason.ISSUER_NAME_MISMATCH);

  private final String text;
  private final Optional<Reason> reason;

  ProfileDefect(String text) {
    this.text = text;
    this.reason = Optional.empty();
  }

  ProfileDefect(String text, Reason ofSigner) {
    this.text = text;
    this.reason = Optional.of(ofSigner);
  }

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A few English words. */
  public String text() {
    return text;
  }

  /**
   * Why an inspection system that tests conformance refuses a document whose signer has it, BSI
   * TR-03105-5.1 LDS_H; empty if it does not.
   */
  Optional<Reason> reason() {
    return reason;
  }
}
