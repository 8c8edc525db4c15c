package io.cardproof.verify;

import java.util.Locale;

/**
 * What a {@link Policy} asks of revocation lists, ICAO 9303-12 §6.1.2. A signer that a list names
 * fails under every rule that looks at lists.
 */
public enum RevocationRule {
  /** Lists are not looked at, not even one that names the signer. */
  OFF,
  /** Where no fresh list speaks of the signer, the report says so in a remark. */
  SOFT,
  /** Where no fresh list speaks of the signer, the verdict stays open. */
  REQUIRED;

  /** The stable name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
