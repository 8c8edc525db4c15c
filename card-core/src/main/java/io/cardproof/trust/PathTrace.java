package io.cardproof.trust;

import io.cardproof.check.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the path of a signer was looked for, candidate by candidate.
 *
 * @param signer the signer's certificate
 * @param path the path, if there is one
 * @param refusal why there is none
 * @param attempts what was tried, in that order; empty if the signer itself was refused
 */
public record PathTrace(
    CertificateView signer,
    Optional<SignerPath> path,
    Optional<Reason> refusal,
    List<Attempt> attempts) {
  /** A trace has either a path or a reason why there is none. */
  public PathTrace {
    attempts = List.copyOf(attempts);
    if (path.isPresent() == refusal.isPresent()) {
      throw new IllegalArgumentException("either a path or a reason");
    }
  }

  /**
   * Why a document of this signer is not trusted, of several reasons the one that decides: one that
   * refuses it comes before one that leaves it open.
   *
   * @param signedAt the signing reference of the document
   * @param now for the freshness of revocation lists
   * @return empty if there is a path and nothing speaks against it
   */
  public Optional<Reason> reason(Instant signedAt, Instant now) {
    List<Reason> reasons =
        Stream.of(refusal, SignerValidity.refusal(signer, path, signedAt), revoked(now))
            .flatMap(Optional::stream)
            .toList();
    return reasons.stream()
        .filter(each -> !each.leavesOpen())
        .findFirst()
        .or(() -> reasons.stream().findFirst());
  }

  private Optional<Reason> revoked(Instant now) {
    return path.map(found -> found.revocation().at(now))
        .filter(Revocation.Revoked.class::isInstance)
        .map(Revocation.Revoked.class::cast)
        .map(Revocation.Revoked::subject);
  }

  /**
   * One candidate. Several certificates of one key are tried once, as the best of them.
   *
   * @param issued the certificate whose issuer was looked for: the signer, or a link
   * @param candidate the certificate whose key was tried, and where it came from
   * @param role what it would be on the path
   * @param match what proposed it
   * @param refusal why it is not on the path; empty if its key made the signature and it was valid
   *     then
   */
  public record Attempt(
      CertificateView issued,
      StoredCertificate candidate,
      Role role,
      Match match,
      Optional<Reason> refusal) {}

  /** What a certificate does on a path. */
  public enum Role {
    /** The operator trusts it. */
    ANCHOR,
    /** It carries the trust of one country signer to the next. */
    LINK;

    /** The stable name for programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a certificate and its possible issuer have in common. */
  public enum Match {
    /** The key identifier. */
    KEY_ID,
    /** The name. */
    NAME,
    /** Key identifier and name. */
    BOTH;

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
