package io.cardproof.cli.show;

import io.cardproof.check.Reason;
import io.cardproof.trust.PathTrace;
import java.time.Instant;
import java.util.Optional;

/**
 * How the path of a signer was looked for, and for when.
 *
 * @param trace the walk
 * @param signedAt the signing reference of the document; empty for a certificate by itself
 * @param now for the freshness of revocation lists
 */
public record Explanation(PathTrace trace, Optional<Instant> signedAt, Instant now) {
  /** Why the signer is not trusted; empty if it is. */
  public Optional<Reason> reason() {
    return trace.reason(signedAt.orElse(trace.signer().notBefore()), now);
  }
}
