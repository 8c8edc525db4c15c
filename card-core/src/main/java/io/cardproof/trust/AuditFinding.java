package io.cardproof.trust;

import java.util.List;
import java.util.Locale;

/**
 * Something in a trust store that an operator should know.
 *
 * @param kind what it is
 * @param certificates the certificates that it is about; none where it is about a source
 * @param detail where more is known: the name of a source, an algorithm, an identifier
 */
public record AuditFinding(Kind kind, List<CertificateView> certificates, String detail) {
  /** Copies the list. */
  public AuditFinding {
    certificates = List.copyOf(certificates);
  }

  /** What there is to find. The list is append-only; programs use {@link #id()}. */
  public enum Kind {
    /** A certificate claims to be signed with its own key, and is not. */
    SELF_SIGNATURE_INVALID(Weight.PROBLEM),
    /** The key that a certificate names by its identifier did not sign it. */
    ISSUER_SIGNATURE_INVALID(Weight.PROBLEM),
    /** A public key cannot be used: of no known kind or curve, or malformed. */
    KEY_UNUSABLE(Weight.PROBLEM),
    /** A list that nobody whom the operator named vouches for. */
    SOURCE_UNPINNED(Weight.PROBLEM),
    /** Entries of a source that cannot be read. */
    ENTRIES_UNREADABLE(Weight.PROBLEM),
    /** A revocation list that is not fresh. */
    REVOCATION_LIST_STALE(Weight.PROBLEM),
    /** A certificate whose key signs in the future only. */
    NOT_YET_VALID(Weight.PROBLEM),
    /** No key of the store signed it: its list vouches for it, or nobody. */
    ISSUER_UNKNOWN(Weight.NOTE),
    /** Past its date; documents that were signed in time live on. */
    EXPIRED(Weight.NOTE),
    /** One key in certificates of several names. */
    KEY_UNDER_SEVERAL_NAMES(Weight.NOTE),
    /** One key identifier for several keys. */
    KEY_ID_OF_SEVERAL_KEYS(Weight.NOTE),
    /** Signed with a digest, or with a key, that is not used any more. */
    ALGORITHM_WEAK(Weight.NOTE),
    /** Not as ICAO 9303-12 wants a country signer's certificate to be. */
    PROFILE(Weight.NOTE),
    /** The operator distrusts it. */
    DISTRUSTED(Weight.NOTE);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    /** Whether there is something to do about it. */
    public Weight weight() {
      return weight;
    }

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether there is something to do. */
  public enum Weight {
    /** Somebody should look at it. */
    PROBLEM,
    /** Real lists are full of it; it is good to know. */
    NOTE
  }
}
