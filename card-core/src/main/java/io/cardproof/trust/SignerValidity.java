package io.cardproof.trust;

import io.cardproof.check.Reason;
import java.time.Instant;
import java.util.Optional;

/** Whether a signer, and who vouches for it, was valid when it counted, ICAO 9303-12 §4.1. */
public final class SignerValidity {
  private SignerValidity() {}

  /**
   * Why the calendar refuses a document.
   *
   * @param path the signer's, if there is one
   * @param signedAt the signing reference of the document
   * @return empty if everybody who is known was valid
   */
  public static Optional<Reason> refusal(
      CertificateView signer, Optional<SignerPath> path, Instant signedAt) {
    if (!signer.validAt(signedAt)) {
      return Optional.of(Reason.SIGNER_NOT_VALID);
    }
    return path.filter(found -> !found.anchorValidAtIssue()).map(found -> Reason.CSCA_NOT_VALID);
  }
}
