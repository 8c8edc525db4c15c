package io.cardproof.trust;

import io.cardproof.check.Reason;

/** A signature or a path that was not accepted, with the reason that a report gives. */
public final class PathException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Not accepted for this reason. */
  public PathException(Reason reason) {
    super(reason.id());
    this.reason = reason;
  }

  /** Why it was not accepted. */
  public Reason reason() {
    return reason;
  }
}
