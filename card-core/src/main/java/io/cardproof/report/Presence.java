package io.cardproof.report;

import java.util.Locale;

/** Whom the chip's proof convinces that the genuine chip was there. */
public enum Presence {
  /** Active Authentication over the challenge that the caller expected: it convinces anyone. */
  PROVEN,
  /** A proof that convinces only who trusts the terminal that took it. */
  WITNESSED,
  /** No proof of the chip. */
  NONE;

  /** The stable name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
