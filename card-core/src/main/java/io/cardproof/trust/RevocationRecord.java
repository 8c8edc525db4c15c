package io.cardproof.trust;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the revocation lists that an issuer signed say of a certificate, whatever the time.
 *
 * @param entries one for each list
 */
public record RevocationRecord(List<Entry> entries) {
  // Bounds the work: one country signer publishes one list.
  private static final int MAX_LISTS = 8;

  /** Copies the list. */
  public RevocationRecord {
    entries = List.copyOf(entries);
  }

  /**
   * One list.
   *
   * @param revoked whether it names the certificate
   * @param thisUpdate when it was made
   * @param nextUpdate until when it is fresh, if it says so
   */
  public record Entry(boolean revoked, Instant thisUpdate, Optional<Instant> nextUpdate) {
    boolean freshAt(Instant now) {
      return !now.isBefore(thisUpdate) && nextUpdate.map(end -> !now.isAfter(end)).orElse(true);
    }
  }

  static RevocationRecord of(
      CertificateView certificate, List<RevocationList> lists, VerificationKey issuerKey) {
    return new RevocationRecord(
        lists.stream()
            .limit(MAX_LISTS)
            .filter(list -> genuine(list, issuerKey))
            .map(
                list ->
                    new Entry(
                        list.revoked().contains(certificate.serialNumber()),
                        list.thisUpdate(),
                        list.nextUpdate()))
            .toList());
  }

  /** What that means at {@code now}. What was revoked stays so, however old the list is. */
  public Revocation at(Instant now) {
    if (entries.stream().anyMatch(Entry::revoked)) {
      return Revocation.REVOKED;
    }
    return entries.stream().anyMatch(list -> list.freshAt(now))
        ? Revocation.GOOD
        : Revocation.UNKNOWN;
  }

  private static boolean genuine(RevocationList list, VerificationKey key) {
    try {
      key.verify(
          SignatureScheme.of(list.signatureAlgorithm(), Optional.empty()),
          list.signed(),
          list.signature());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }
}
