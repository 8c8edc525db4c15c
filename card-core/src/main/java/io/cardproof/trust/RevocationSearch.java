package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.trust.SignerPath.Chain;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Finds the genuine revocation lists that speak of the certificates of a path. A list is genuine if
 * a key of its issuer signed it: the one that certified, or one before or after it that is trusted
 * under the same name, ICAO 9303-12 §4.1.5.
 */
final class RevocationSearch {
  // One country signer publishes one list; a few old ones may lie beside it.
  private static final int MAX_LISTS = 8;

  // The reason codes of RFC 5280 §5.3.1, by their numbers.
  private static final List<String> CAUSES =
      List.of(
          "unspecified",
          "key-compromise",
          "ca-compromise",
          "affiliation-changed",
          "superseded",
          "cessation-of-operation",
          "certificate-hold",
          "",
          "remove-from-crl",
          "privilege-withdrawn",
          "aa-compromise");

  private final TrustIndex index;
  private final SignatureTrials trials;

  RevocationSearch(TrustIndex index, SignatureTrials trials) {
    this.index = index;
    this.trials = trials;
  }

  RevocationRecord record(Chain chain) {
    List<RevocationRecord.Entry> entries = new ArrayList<>();
    CertificateView certificate = chain.signer();
    for (StoredCertificate issuer : chain.issuers()) {
      entries.add(entry(certificate, issuer, chain));
      certificate = issuer.certificate();
    }
    // The operator trusts the anchor, list or no list; only a list that names it counts.
    RevocationRecord.Entry anchor = entry(certificate, chain.anchor(), chain);
    if (anchor.revoked().isPresent()) {
      entries.add(anchor);
    }
    return new RevocationRecord(entries);
  }

  private RevocationRecord.Entry entry(
      CertificateView certificate, StoredCertificate issuer, Chain chain) {
    Optional<Revocation.Revoked> revoked = Optional.empty();
    List<RevocationSource> speaking = new ArrayList<>();
    Revocation.Cause otherwise = Revocation.Cause.NONE;
    for (RevocationList list : lists(certificate.issuer()).toList()) {
      Optional<Revocation.Cause> wrong = refusal(list, issuer, chain);
      if (wrong.isPresent()) {
        otherwise = wrong.get();
        continue;
      }
      revoked = revoked.or(() -> revoked(list, certificate, chain));
      if (list.scope().covers(certificate)) {
        speaking.add(list.source());
      } else {
        otherwise = Revocation.Cause.UNUSABLE;
      }
    }
    return new RevocationRecord.Entry(certificate, revoked, speaking, otherwise);
  }

  private Optional<Revocation.Cause> refusal(
      RevocationList list, StoredCertificate issuer, Chain chain) {
    boolean genuine =
        trustedKeys(list, issuer, chain).stream().anyMatch(key -> signed(key, list))
            || index.linksNamed(list.issuer()).stream().anyMatch(link -> signed(link, list, chain));
    if (genuine) {
      return Optional.empty();
    }
    return Optional.of(
        trials.overdrawn() ? Revocation.Cause.TOO_COSTLY : Revocation.Cause.BAD_SIGNATURE);
  }

  // The certifying key first: it is the usual one.
  private Set<Bytes> trustedKeys(RevocationList list, StoredCertificate issuer, Chain chain) {
    Set<Bytes> keys = new LinkedHashSet<>();
    Stream<StoredCertificate> onPath =
        Stream.concat(Stream.of(issuer), chain.issuers().stream().filter(named(list)));
    Stream.concat(
            onPath.filter(each -> each.equals(chain.anchor()) || maySignLists(each)),
            index.anchorsNamed(list.issuer()).stream()
                .filter(each -> !index.distrusts(each.certificate())))
        .forEach(each -> keys.add(each.certificate().spki()));
    return keys;
  }

  private static Predicate<StoredCertificate> named(RevocationList list) {
    return issuer -> issuer.certificate().subject().equals(list.issuer());
  }

  private static boolean maySignLists(StoredCertificate link) {
    return link.certificate()
        .keyUsage()
        .map(usage -> usage.hasUsages(KeyUsage.cRLSign))
        .orElse(true);
  }

  private boolean signed(Bytes key, RevocationList list) {
    return !trials.overdrawn() && trials.refusal(key, list).isEmpty();
  }

  // A key that only a link vouches for counts as long as the link leads to the same anchor.
  private boolean signed(StoredCertificate link, RevocationList list, Chain chain) {
    return maySignLists(link)
        && !index.distrusts(link.certificate())
        && signed(link.certificate().spki(), list)
        && new PathSearch(index, trials)
            .chain(link.certificate())
            .filter(found -> sameAuthority(found.anchor(), chain.anchor()))
            .filter(found -> !revokedByItsIssuer(found))
            .isPresent();
  }

  private static boolean sameAuthority(StoredCertificate one, StoredCertificate other) {
    return one.certificate().subject().equals(other.certificate().subject())
        || one.certificate().spki().equals(other.certificate().spki());
  }

  private boolean revokedByItsIssuer(Chain chain) {
    Bytes key = chain.issuers().get(0).certificate().spki();
    return lists(chain.signer().issuer())
        .anyMatch(
            list -> list.revoked().containsKey(chain.signer().serialNumber()) && signed(key, list));
  }

  private Stream<RevocationList> lists(String issuer) {
    return index.revocationLists(issuer).stream()
        .sorted(Comparator.comparing(RevocationList::source, RevocationSource.BY_AGE).reversed())
        .limit(MAX_LISTS);
  }

  private static Optional<Revocation.Revoked> revoked(
      RevocationList list, CertificateView certificate, Chain chain) {
    if (!list.scope().namesItsOwn()) {
      return Optional.empty();
    }
    return Optional.ofNullable(list.revoked().get(certificate.serialNumber()))
        .map(
            entry ->
                new Revocation.Revoked(
                    certificate,
                    certificate.equals(chain.signer())
                        ? Reason.SIGNER_REVOKED
                        : Reason.CSCA_REVOKED,
                    entry.since(),
                    entry
                        .cause()
                        .filter(code -> code >= 0 && code < CAUSES.size())
                        .map(CAUSES::get),
                    list.source()));
  }
}
