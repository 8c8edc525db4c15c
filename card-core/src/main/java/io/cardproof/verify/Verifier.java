package io.cardproof.verify;

import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import java.time.Instant;

/** Judges evidence. A pure function: no card, no clock, no network. Shared by threads. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public final class Verifier {
  private final TrustStore trust;
  private final Policy policy;

  /** A verifier with this trust and policy. */
  public Verifier(TrustStore trust, Policy policy) {
    this.trust = trust;
    this.policy = policy;
  }

  /**
   * What the evidence says.
   *
   * @param expectation what the caller expects beyond a genuine document
   * @param now for expiry of the document and freshness of revocation lists
   */
  public Report verify(Evidence evidence, Expectation expectation, Instant now) {
    throw new UnsupportedOperationException();
  }
}
