package io.cardproof.verify;

/** Where the rules are written. */
final class Clauses {
  static final String PASSIVE_AUTHENTICATION = "ICAO 9303-11 §5.1";
  static final String SECURITY_OBJECT = "ICAO 9303-10 §4.6.2";
  static final String PATH = "ICAO 9303-12 §6.1.2";
  static final String VALIDITY = "ICAO 9303-12 §4.1";
  static final String REVOCATION = "ICAO 9303-12 §6.1.2";
  static final String CHIP_AUTHENTICATION = "ICAO 9303-11 §6.2";
  static final String PACE_CAM = "ICAO 9303-11 §4.4.3.5";
  static final String CARD_SECURITY = "ICAO 9303-11 §9.2.11";
  static final String ACTIVE_AUTHENTICATION = "ICAO 9303-11 §6.1";
  static final String ACCESS = "ICAO 9303-11 §4.2";
  static final String TERMINAL_AUTHENTICATION = "TR-03110-1 §3.5";
  static final String ISSUER = "ICAO 9303-12 §7.1";
  static final String MRZ = "ICAO 9303-3 §4.9";
  static final String EXPIRY = "ICAO 9303-3 §4.8";
  static final String CITIZEN_CARD = "Law 26/2023/QH15 §18";
  static final String PRESENTED = "ICAO 9303-11 §4.3";
  static final String FILES = "ICAO 9303-10 §4.6.1";
  static final String CONTENT = "ICAO 9303-10 §4.7";

  private Clauses() {}
}
