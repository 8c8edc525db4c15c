package io.cardproof.simulator.inspection;

import java.util.Locale;

/** What the test plan expects of a reader. */
public enum Expected {
  /** The document is accepted. */
  PASS,
  /** The document is refused. */
  FAIL,
  /** Both are allowed, or it depends on what the chip saw. */
  CONDITIONAL,
  /** The plan's text is not public enough to say. */
  UNKNOWN;

  /** As it stands in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Expected of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
