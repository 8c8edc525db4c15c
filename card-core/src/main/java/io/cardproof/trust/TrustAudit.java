package io.cardproof.trust;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.trust.AuditFinding.Kind;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks through a trust store for what an operator should know. It changes no verdict: a list may
 * vouch for certificates that no textbook would accept.
 */
public final class TrustAudit {
  private static final Set<String> WEAK_DIGESTS = Set.of("MD5", "SHA-1", "SHA-224");
  private static final int RSA_BITS = 2048;
  private static final int CURVE_BITS = 224;

  private final TrustStore store;
  private final Instant now;
  private final IssuerTrials trials;
  private final List<AuditFinding> findings = new ArrayList<>();

  private TrustAudit(TrustStore store, Instant now) {
    this.store = store;
    this.now = now;
    this.trials = new IssuerTrials(store.index(), new SignatureAlgorithms());
  }

  /** What there is to say of the store at {@code now}, in the order of {@link Kind}. */
  public static List<AuditFinding> of(TrustStore store, Instant now) {
    return new TrustAudit(store, now).findings();
  }

  private List<AuditFinding> findings() {
    List<CertificateView> authorities =
        Stream.concat(store.anchors().stream(), store.links().stream())
            .map(StoredCertificate::certificate)
            .toList();
    authorities.forEach(this::certificate);
    shared(authorities, certificate -> Optional.of(certificate.spki()), this::severalNames);
    shared(authorities, CertificateView::subjectKeyId, this::severalKeys);
    store.sources().forEach(this::source);
    revocationLists();
    distrusted();
    return findings.stream().sorted(Comparator.comparing(AuditFinding::kind)).toList();
  }

  private void certificate(CertificateView certificate) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    if (now.isAfter(certificate.notAfter())) {
      add(Kind.EXPIRED, certificate, "");
    }
    if (now.isBefore(certificate.notBefore())) {
      add(Kind.NOT_YET_VALID, certificate, "");
    }
    trials.fault(certificate).ifPresent(kind -> add(kind, certificate, ""));
    weakness(facts).ifPresent(weak -> add(Kind.ALGORITHM_WEAK, certificate, weak));
    CertificateProfile.ofAuthority(certificate)
        .forEach(defect -> add(Kind.PROFILE, certificate, defect.text()));
  }

  private static Optional<String> weakness(CertificateFacts facts) {
    KeyFacts key = facts.key();
    boolean small =
        key.bits() > 0 && key.bits() < (key.algorithm().equals("EC") ? CURVE_BITS : RSA_BITS - 1);
    if (small) {
      return Optional.of(key.algorithm() + " " + key.bits());
    }
    String algorithm = facts.signatureAlgorithm();
    return WEAK_DIGESTS.stream()
        .filter(digest -> algorithm.endsWith(" " + digest))
        .findFirst()
        .map(digest -> algorithm);
  }

  private static void shared(
      List<CertificateView> certificates,
      Function<CertificateView, Optional<Bytes>> what,
      BiConsumer<Bytes, List<CertificateView>> finding) {
    Map<Bytes, List<CertificateView>> groups = new LinkedHashMap<>();
    for (CertificateView certificate : certificates) {
      what.apply(certificate)
          .ifPresent(
              value -> groups.computeIfAbsent(value, any -> new ArrayList<>()).add(certificate));
    }
    groups.forEach(finding);
  }

  private void severalNames(Bytes key, List<CertificateView> certificates) {
    if (certificates.stream().map(CertificateView::subject).distinct().count() > 1) {
      findings.add(
          new AuditFinding(Kind.KEY_UNDER_SEVERAL_NAMES, certificates, key.sha256().toHex()));
    }
  }

  private void severalKeys(Bytes keyId, List<CertificateView> certificates) {
    if (certificates.stream().map(CertificateView::spki).distinct().count() > 1) {
      findings.add(new AuditFinding(Kind.KEY_ID_OF_SEVERAL_KEYS, certificates, keyId.toHex()));
    }
  }

  // Of several lists of one issuer the newest counts.
  private void revocationLists() {
    Map<String, RevocationList> newest = new LinkedHashMap<>();
    for (RevocationList list : store.contents().revocationLists()) {
      newest.merge(list.issuer(), list, TrustAudit::newer);
    }
    newest.values().stream()
        .map(RevocationList::source)
        .filter(list -> !list.freshAt(now))
        .forEach(
            list ->
                findings.add(new AuditFinding(Kind.REVOCATION_LIST_STALE, List.of(), stale(list))));
  }

  private static RevocationList newer(RevocationList one, RevocationList other) {
    return RevocationSource.BY_AGE.compare(one.source(), other.source()) >= 0 ? one : other;
  }

  private static String stale(RevocationSource list) {
    return list.source()
        + ": "
        + list.nextUpdate().orElse(list.thisUpdate()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void distrusted() {
    Set<Bytes> unused = new LinkedHashSet<>(store.distrusted());
    Stream.of(store.anchors(), store.links(), store.signers())
        .flatMap(List::stream)
        .map(StoredCertificate::certificate)
        .filter(store.index()::distrusts)
        .forEach(
            certificate -> {
              add(Kind.DISTRUSTED, certificate, "");
              unused.remove(certificate.der().sha256());
              unused.remove(certificate.spki().sha256());
            });
    unused.forEach(
        hash -> findings.add(new AuditFinding(Kind.DISTRUSTED, List.of(), hash.toHex())));
  }

  private void source(SourceRecord source) {
    if (source.pinning() == Provenance.Pinning.UNPINNED) {
      findings.add(new AuditFinding(Kind.SOURCE_UNPINNED, List.of(), source.name()));
    }
    long unreadable =
        source.refused().stream()
            .filter(entry -> entry.cause() == RefusedEntry.Cause.UNREADABLE)
            .count();
    if (unreadable > 0) {
      findings.add(
          new AuditFinding(Kind.ENTRIES_UNREADABLE, List.of(), source.name() + ": " + unreadable));
    }
  }

  private void add(Kind kind, CertificateView certificate, String detail) {
    findings.add(new AuditFinding(kind, List.of(certificate), detail));
  }
}
