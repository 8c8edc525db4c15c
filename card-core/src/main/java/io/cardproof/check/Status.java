package io.cardproof.check;

import java.util.Locale;

/** How a check came out. */
public enum Status {
  /** The document is as the clause demands. */
  PASSED,
  /** The document is not as the clause demands: it is not authentic. */
  FAILED,
  /** What is there does not suffice to say. */
  INCONCLUSIVE,
  /** The clause does not concern this document, or an earlier check left nothing to judge. */
  NOT_APPLICABLE;

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
