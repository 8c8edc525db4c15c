package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.trust.PathTrace.Attempt;
import io.cardproof.trust.PathTrace.Match;
import io.cardproof.trust.PathTrace.Role;
import io.cardproof.trust.SignerPath.Chain;
import java.util.List;
import java.util.Optional;

/**
 * Finds the trusted country signer that certified a document signer, ICAO 9303-12 §6.1.2: directly,
 * or through at most two link certificates. What it finds depends on the store alone and not on the
 * time of asking; {@link RevocationRecord#at} adds that.
 */
public final class PathVerifier {
  // Of several reasons the one that says most: what was certified and may not count comes before
  // what could not be judged.
  private static final List<Reason> WEIGHT =
      List.of(
          Reason.PATH_TOO_COSTLY,
          Reason.CSCA_DISTRUSTED,
          Reason.CSCA_LINK_TOO_LONG,
          Reason.CSCA_LINK_UNSUITABLE,
          Reason.CURVE_PARAMETERS_FORGED,
          Reason.ALGORITHM_NOT_ALLOWED,
          Reason.ALGORITHM_TOO_WEAK,
          Reason.ALGORITHM_UNSUPPORTED,
          Reason.KEY_UNUSABLE);

  private final TrustStore trust;
  private final SignatureAlgorithms algorithms;
  private final AlgorithmTable table;

  /** Looks for country signers in {@code trust}, by the usual algorithms. */
  public PathVerifier(TrustStore trust) {
    this(trust, new SignatureAlgorithms(), AlgorithmTable.USUAL);
  }

  /** Looks for country signers in {@code trust}, and believes what {@code table} says. */
  public PathVerifier(TrustStore trust, SignatureAlgorithms algorithms, AlgorithmTable table) {
    this.trust = trust;
    this.algorithms = algorithms;
    this.table = table;
  }

  /**
   * The path from a signer to a trusted country signer.
   *
   * @throws PathException {@link Reason#CSCA_UNKNOWN} if no trusted one fits, {@link
   *     Reason#SIGNER_SIGNATURE_INVALID} if those with the key identifier that the signer names did
   *     not sign it, and others
   */
  public SignerPath verify(CertificateView signer) throws PathException {
    PathTrace trace = explain(signer);
    if (trace.refusal().isPresent()) {
      throw new PathException(trace.refusal().get());
    }
    return trace.path().orElseThrow();
  }

  /** The same walk, with everything that was tried on the way. */
  public PathTrace explain(CertificateView signer) {
    Optional<Reason> unfit = unfit(signer);
    if (unfit.isPresent()) {
      return new PathTrace(signer, Optional.empty(), unfit, List.of());
    }
    SignatureTrials trials = new SignatureTrials(algorithms, table);
    PathSearch search = new PathSearch(trust.index(), trials);
    Optional<SignerPath> path = search.chain(signer).map(chain -> path(chain, trials));
    return new PathTrace(
        signer,
        path,
        path.isPresent() ? Optional.empty() : Optional.of(refusal(signer, search.attempts())),
        search.attempts());
  }

  private Optional<Reason> unfit(CertificateView signer) {
    try {
      SignerProfile.check(signer);
      return trust.index().distrusts(signer)
          ? Optional.of(Reason.SIGNER_DISTRUSTED)
          : Optional.empty();
    } catch (PathException e) {
      return Optional.of(e.reason());
    }
  }

  private SignerPath path(Chain chain, SignatureTrials trials) {
    return new SignerPath(
        chain.signer(),
        chain.links(),
        chain.anchor(),
        new RevocationSearch(trust.index(), trials).record(chain));
  }

  private static Reason refusal(CertificateView signer, List<Attempt> attempts) {
    List<Reason> all = attempts.stream().flatMap(each -> each.refusal().stream()).toList();
    return WEIGHT.stream()
        .filter(all::contains)
        .findFirst()
        .orElseGet(() -> unverified(signer, attempts));
  }

  private static Reason unverified(CertificateView signer, List<Attempt> attempts) {
    List<Attempt> anchors = attempts.stream().filter(PathVerifier::namedAnchor).toList();
    boolean linked = attempts.stream().anyMatch(each -> each.refusal().isEmpty());
    if (linked) {
      return anchors.stream().anyMatch(each -> !each.issued().equals(signer))
          ? Reason.CSCA_LINK_BROKEN
          : Reason.CSCA_UNKNOWN;
    }
    return anchors.isEmpty() ? Reason.CSCA_UNKNOWN : Reason.SIGNER_SIGNATURE_INVALID;
  }

  private static boolean namedAnchor(Attempt attempt) {
    return attempt.role() == Role.ANCHOR && attempt.match() != Match.NAME;
  }
}
