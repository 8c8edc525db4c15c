package io.cardproof.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What genuine revocation lists say of the certificates of a path, whatever the time. The
 * signatures of the lists have been verified.
 *
 * @param entries one for each certificate, the signer first
 */
public record RevocationRecord(List<Entry> entries) {
  /** Copies the list. */
  public RevocationRecord {
    entries = List.copyOf(entries);
  }

  /**
   * One certificate.
   *
   * @param certificate which one
   * @param revoked where a list names it
   * @param lists the genuine lists that speak of it, the newest first
   * @param otherwise why nobody can say, where there is no genuine list
   */
  public record Entry(
      CertificateView certificate,
      Optional<Revocation.Revoked> revoked,
      List<RevocationSource> lists,
      Revocation.Cause otherwise) {
    /** Copies the list. */
    public Entry {
      lists = List.copyOf(lists);
    }
  }

  /** What that means at {@code now}: the worst that is said of any certificate. */
  public Revocation at(Instant now) {
    List<RevocationSource> fresh = new ArrayList<>();
    Optional<Revocation> open = Optional.empty();
    for (Entry entry : entries) {
      if (entry.revoked().isPresent()) {
        return entry.revoked().get();
      }
      Optional<RevocationSource> list =
          entry.lists().stream().filter(each -> each.freshAt(now)).findFirst();
      list.ifPresent(fresh::add);
      if (list.isEmpty() && open.isEmpty()) {
        open = Optional.of(unknown(entry));
      }
    }
    return open.orElseGet(() -> new Revocation.Good(fresh));
  }

  private static Revocation unknown(Entry entry) {
    return entry.lists().isEmpty()
        ? new Revocation.Unknown(entry.otherwise(), Optional.empty())
        : new Revocation.Unknown(Revocation.Cause.STALE, Optional.of(entry.lists().get(0)));
  }
}
