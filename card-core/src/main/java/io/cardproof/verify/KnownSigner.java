package io.cardproof.verify;

import io.cardproof.check.Reason;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.PathConformance;
import io.cardproof.trust.PathException;
import io.cardproof.trust.PathVerifier;
import io.cardproof.trust.SignerPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signer, its key, and the path to its country signer once somebody asked for that. None of it
 * depends on the time of asking. Shared by threads; two that ask first at once may both look.
 */
final class KnownSigner {
  private final CertificateView certificate;
  private final VerificationKey key;
  private final PathVerifier paths;
  private volatile @Nullable Outcome outcome;

  KnownSigner(CertificateView certificate, VerificationKey key, PathVerifier paths) {
    this.certificate = certificate;
    this.key = key;
    this.paths = paths;
  }

  CertificateView certificate() {
    return certificate;
  }

  VerificationKey key() {
    return key;
  }

  /**
   * The path to the trusted country signer.
   *
   * @throws PathException if there is none, every time for the same reason
   */
  SignerPath path() throws PathException {
    Outcome known = outcome();
    if (known.refusal().isPresent()) {
      throw new PathException(known.refusal().get());
    }
    return known.path().orElseThrow();
  }

  /**
   * Where the certificates of the path are not as the standard wants them; empty without a path.
   */
  Optional<PathConformance> conformance() {
    return outcome().conformance();
  }

  private Outcome outcome() {
    Outcome known = outcome;
    if (known == null) {
      known = found();
      outcome = known;
    }
    return known;
  }

  private Outcome found() {
    try {
      SignerPath path = paths.verify(certificate);
      return new Outcome(
          Optional.of(path), Optional.empty(), Optional.of(PathConformance.of(path)));
    } catch (PathException e) {
      return new Outcome(Optional.empty(), Optional.of(e.reason()), Optional.empty());
    }
  }

  private record Outcome(
      Optional<SignerPath> path, Optional<Reason> refusal, Optional<PathConformance> conformance) {}
}
