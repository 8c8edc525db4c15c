package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.trust.PathTrace.Attempt;
import io.cardproof.trust.PathTrace.Match;
import io.cardproof.trust.PathTrace.Role;
import io.cardproof.trust.SignerPath.Chain;
import io.cardproof.value.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * One walk from a certificate to a trusted country signer, shortest paths first. Names and key
 * identifiers only propose; a signature decides.
 */
final class PathSearch {
  /**
   * ICAO 9303-12 §4.1.4.3: a link joins two generations, and documents outlive no more than that.
   */
  static final int MAX_LINKS = 2;

  // One key is certified by its predecessor, perhaps under two names.
  private static final int MAX_LINKS_OF_A_KEY = 8;

  private final TrustIndex index;
  private final SignatureTrials trials;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Queue<Step> open = new ArrayDeque<>();
  private Optional<Chain> untimely = Optional.empty();

  PathSearch(TrustIndex index, SignatureTrials trials) {
    this.index = index;
    this.trials = trials;
  }

  /** The certificate whose issuer is looked for, and the links below it. */
  private record Step(CertificateView start, List<StoredCertificate> links) {
    CertificateView issued() {
      return links.isEmpty() ? start : links.get(links.size() - 1).certificate();
    }

    Step above(StoredCertificate link) {
      List<StoredCertificate> longer = new ArrayList<>(links);
      longer.add(link);
      return new Step(start, longer);
    }
  }

  /**
   * The chain to a trusted country signer. One in which everybody was valid when certifying is
   * preferred to one that the calendar breaks.
   */
  Optional<Chain> chain(CertificateView start) {
    open.add(new Step(start, List.of()));
    while (!open.isEmpty() && !trials.overdrawn()) {
      Optional<Chain> found = step(open.remove());
      if (found.isPresent()) {
        return found;
      }
    }
    return untimely;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  private Optional<Chain> step(Step step) {
    Map<Bytes, Optional<Reason>> tried = new HashMap<>();
    for (List<StoredCertificate> sameKey : byKey(index.anchorsFor(step.issued()), step)) {
      Optional<Chain> chain = anchor(step, sameKey.get(0), tried);
      if (chain.isPresent() || trials.overdrawn()) {
        return chain;
      }
    }
    for (List<StoredCertificate> sameKey : byKey(index.linksFor(step.issued()), step)) {
      sameKey.stream().limit(MAX_LINKS_OF_A_KEY).forEach(link -> link(step, link, tried));
      if (trials.overdrawn()) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<Chain> anchor(
      Step step, StoredCertificate candidate, Map<Bytes, Optional<Reason>> tried) {
    Optional<Reason> refusal = signature(step, candidate, tried);
    if (refusal.isPresent()) {
      attempt(step, candidate, Role.ANCHOR, refusal);
      return Optional.empty();
    }
    Chain chain = new Chain(step.start(), step.links(), candidate);
    if (chain.timely()) {
      attempt(step, candidate, Role.ANCHOR, refusal);
      return Optional.of(chain);
    }
    attempt(step, candidate, Role.ANCHOR, Optional.of(Reason.CSCA_NOT_VALID));
    untimely = untimely.or(() -> Optional.of(chain));
    return Optional.empty();
  }

  private void link(Step step, StoredCertificate candidate, Map<Bytes, Optional<Reason>> tried) {
    Optional<Reason> refusal =
        signature(step, candidate, tried)
            .or(() -> LinkRules.refusal(candidate.certificate(), step.links()));
    if (refusal.isEmpty() && step.links().size() == MAX_LINKS) {
      refusal = Optional.of(Reason.CSCA_LINK_TOO_LONG);
    }
    attempt(step, candidate, Role.LINK, refusal);
    if (refusal.isEmpty()) {
      open.add(step.above(candidate));
    }
  }

  // Certificates of one key cost one signature.
  private Optional<Reason> signature(
      Step step, StoredCertificate candidate, Map<Bytes, Optional<Reason>> tried) {
    Optional<Reason> wrong =
        tried.computeIfAbsent(
            candidate.certificate().spki(), spki -> trials.refusal(spki, step.issued()));
    return wrong.isEmpty() && index.distrusts(candidate.certificate())
        ? Optional.of(Reason.CSCA_DISTRUSTED)
        : wrong;
  }

  private void attempt(
      Step step, StoredCertificate candidate, Role role, Optional<Reason> refusal) {
    attempts.add(
        new Attempt(
            step.issued(),
            candidate,
            role,
            match(step.issued(), candidate.certificate()),
            refusal));
  }

  private static Match match(CertificateView issued, CertificateView issuer) {
    if (!issued.issuer().equals(issuer.subject())) {
      return Match.KEY_ID;
    }
    boolean sameKeyId =
        issued.authorityKeyId().isPresent()
            && issued.authorityKeyId().equals(issuer.subjectKeyId());
    return sameKeyId ? Match.BOTH : Match.NAME;
  }

  /** The candidates of each key, the best first; a key that is on the path already is left out. */
  private static List<List<StoredCertificate>> byKey(
      List<StoredCertificate> candidates, Step step) {
    Map<Bytes, List<StoredCertificate>> keys = new LinkedHashMap<>();
    for (StoredCertificate candidate : candidates) {
      keys.computeIfAbsent(candidate.certificate().spki(), any -> new ArrayList<>()).add(candidate);
    }
    keys.remove(step.start().spki());
    step.links().forEach(link -> keys.remove(link.certificate().spki()));
    keys.values().forEach(sameKey -> sameKey.sort(best(step.issued())));
    return List.copyOf(keys.values());
  }

  // The one that was valid, and of those the one that signed itself.
  private static Comparator<StoredCertificate> best(CertificateView issued) {
    return Comparator.<StoredCertificate, Boolean>comparing(
            candidate -> !candidate.certificate().validAt(issued.notBefore()))
        .thenComparing(candidate -> !LinkRules.selfSigned(candidate.certificate()));
  }
}
