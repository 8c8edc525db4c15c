package io.cardproof.trust;

import java.util.Locale;

/**
 * An entry of a source that is not in the store.
 *
 * @param place where it stands in its source
 * @param cause why it was refused
 */
public record RefusedEntry(String place, Cause cause) {
  /** Why an entry was refused. The list is append-only; programs use {@link #id()}. */
  public enum Cause {
    /** It does not parse. */
    UNREADABLE,
    /** It is for tests only, and the caller did not allow that. */
    TEST_ONLY,
    /** It signs lists, connections or nothing at all, and no documents. */
    SIGNS_NO_DOCUMENTS,
    /** The store holds as many as it may. */
    STORE_FULL,
    /** It is neither certificate nor list, in no form that is known here. */
    NOT_TRUST_MATERIAL,
    /** It is a list, and its signature or its signer is wrong. */
    LIST_NOT_GENUINE,
    /** It is a master list without a signature, and the caller did not allow that. */
    LIST_UNSIGNED,
    /** It takes something out of a directory; only what is there is taken. */
    DELETION;

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
