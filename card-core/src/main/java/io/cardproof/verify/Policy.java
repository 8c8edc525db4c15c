package io.cardproof.verify;

import java.util.Locale;

/** How strictly open questions are taken. No policy lets a broken rule pass. */
public enum Policy {
  /** For a counter: a downgrade of access control and unknown revocation are remarks. */
  COUNTER,
  /** As {@link #COUNTER}, but a downgrade or unknown revocation leaves the verdict open. */
  STRICT,
  /** As {@link #COUNTER}, for documents whose chip has no means to prove itself. */
  LEGACY;

  /** The stable name for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
