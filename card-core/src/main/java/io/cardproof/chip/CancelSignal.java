package io.cardproof.chip;

/** Asked between commands; once it says yes, the inspection ends as cancelled. */
@FunctionalInterface
public interface CancelSignal {
  /** Whether to stop; may be called often and from the inspecting thread. */
  boolean isCancelled();

  /** Never stops. */
  static CancelSignal never() {
    return () -> false;
  }
}
