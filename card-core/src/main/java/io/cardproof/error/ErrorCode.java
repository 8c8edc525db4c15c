package io.cardproof.error;

import java.util.Locale;

/** Stable names for why there is no report. Append only. */
public enum ErrorCode {
  /** The PC/SC service does not answer; start it. */
  NO_SERVICE,
  /** No reader is attached, or none with that name. */
  NO_READER,
  /** No card was presented in time. */
  NO_CARD,
  /** The card went away; present it again. */
  CARD_REMOVED,
  /** Another program holds the card. */
  CARD_BUSY,
  /** The time limit of the inspection has passed. */
  TIMEOUT,
  /** The caller cancelled the inspection. */
  CANCELLED,
  /** The chip refused the key; ask for it again. */
  ACCESS_DENIED,
  /** The chip broke the protocol. */
  PROTOCOL_ERROR,
  /** A limit of size, commands or nesting was reached. */
  LIMIT_EXCEEDED,
  /** Not an eMRTD, or nothing that this library speaks. */
  UNSUPPORTED_DOCUMENT,
  /** The policy of this inspection does not let such a chip be read. */
  REFUSED_BY_POLICY,
  /** An input could not be read; the message names its source and place. */
  MALFORMED_INPUT,
  /** The PIN has one attempt left: it opens only together with the card access number. */
  KEY_SUSPENDED,
  /** The chip takes this kind of key no more; a PIN opens again after the PUK. */
  KEY_BLOCKED;

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
