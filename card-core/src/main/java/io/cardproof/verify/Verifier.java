package io.cardproof.verify;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import java.time.Instant;

/**
 * Judges evidence. A pure function: no card, no clock, no network. Shared by threads. It remembers
 * what it found out about the last {@value #MOST_SIGNERS} signers, which is the same every time:
 * keep one verifier for many documents.
 */
public final class Verifier {
  private static final int MOST_SIGNERS = 1024;

  private final TrustStore trust;
  private final Policy policy;
  private final SignerCache signers;

  /** A verifier with this trust and policy. */
  public Verifier(TrustStore trust, Policy policy) {
    this(trust, policy, new SignatureAlgorithms());
  }

  /** A verifier whose signatures are verified by {@code algorithms}. */
  public Verifier(TrustStore trust, Policy policy, SignatureAlgorithms algorithms) {
    this.trust = trust;
    this.policy = policy;
    this.signers = new SignerCache(trust, algorithms, policy.algorithms(), MOST_SIGNERS);
  }

  /**
   * What the evidence says. Whatever a chip or a file holds ends in the report, never in an
   * exception.
   *
   * @param expectation what the caller expects beyond a genuine document
   * @param now for expiry of the document and freshness of revocation lists
   */
  public Report verify(Evidence evidence, Expectation expectation, Instant now) {
    return new Judgement(trust, policy, signers, evidence, expectation, now).report();
  }
}
