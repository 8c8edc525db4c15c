package io.cardproof.error;

import java.util.Locale;

/** Where in an inspection something happened. The order is that of an inspection. */
public enum Step {
  /** Finding a reader and a card. */
  CONNECT,
  /** EF.CardAccess and what the card can do. */
  CARD_ACCESS,
  /** PACE, ICAO 9303-11 §4.4. */
  PACE,
  /** Basic Access Control, ICAO 9303-11 §4.3. */
  BAC,
  /** Selecting the eMRTD application, ICAO 9303-10 §3.6.1. */
  SELECT_APPLICATION,
  /** Reading a file. */
  READ_FILE,
  /** Chip Authentication, TR-03110-1 §3.4. */
  CHIP_AUTHENTICATION,
  /** Active Authentication, ICAO 9303-11 §6.1. */
  ACTIVE_AUTHENTICATION,
  /** Terminal Authentication, TR-03110-1 §3.5. */
  TERMINAL_AUTHENTICATION,
  /** Reading an input that is not a chip: a key, a QR text, evidence, a trace, a trust file. */
  INPUT,
  /** Judging evidence. */
  VERIFY;

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
