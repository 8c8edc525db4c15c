package io.cardproof.trust;

import io.cardproof.check.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the certificates of a path are revoked, ICAO 9303-12 §6.1.2, at one instant. */
public sealed interface Revocation {
  /**
   * Fresh lists of the issuers name none of them.
   *
   * @param lists the list that says so, for each certificate
   */
  record Good(List<RevocationSource> lists) implements Revocation {
    /** Copies the list. */
    public Good {
      lists = List.copyOf(lists);
    }
  }

  /**
   * A list of its issuer names one of them. It stays revoked, however old the list is.
   *
   * @param certificate which one
   * @param subject what it is on the path: {@link Reason#SIGNER_REVOKED} or {@link
   *     Reason#CSCA_REVOKED}
   * @param since from when on
   * @param cause the reason code of RFC 5280 §5.3.1, such as {@code key-compromise}
   * @param list the list
   */
  record Revoked(
      CertificateView certificate,
      Reason subject,
      Instant since,
      Optional<String> cause,
      RevocationSource list)
      implements Revocation {}

  /**
   * Nobody can say.
   *
   * @param cause why not
   * @param newest the newest genuine list that is not fresh, if there is one
   */
  record Unknown(Cause cause, Optional<RevocationSource> newest) implements Revocation {}

  /** Why nobody can say whether a certificate is revoked. Append-only. */
  enum Cause {
    /** There is no list of the issuer. */
    NONE,
    /** There is one, and it is not fresh. */
    STALE,
    /** There is one, and no key of the issuer made its signature. */
    BAD_SIGNATURE,
    /** There is one, and it is partial or demands what nobody here knows, RFC 5280 §5.2. */
    UNUSABLE,
    /** Looking for the key of a list would have cost too many signatures. */
    TOO_COSTLY;

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
