package io.cardproof.trust;

/** Whether a certificate is revoked, ICAO 9303-12 §7.2. */
public enum Revocation {
  /** A fresh list of its issuer does not name it. */
  GOOD,
  /** A list of its issuer names it. */
  REVOKED,
  /** There is no fresh list of its issuer. */
  UNKNOWN
}
