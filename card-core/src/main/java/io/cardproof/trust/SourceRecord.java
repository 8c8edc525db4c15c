package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of every entry of one source.
 *
 * @param name the file's name, with the object's number where it holds several
 * @param kind what it is
 * @param sha256 of its bytes
 * @param pinning who vouches for it
 * @param signed when it says that it was signed
 * @param imported when the operator added it, if anybody noted that
 * @param loaded how many entries are in the store because of it
 * @param duplicates how many entries the store had already
 * @param refused the entries that are not in the store, with their reasons
 */
public record SourceRecord(
    String name,
    Kind kind,
    Bytes sha256,
    Provenance.Pinning pinning,
    Optional<Instant> signed,
    Optional<Instant> imported,
    int loaded,
    int duplicates,
    List<RefusedEntry> refused) {
  /** Copies the list. */
  public SourceRecord {
    refused = List.copyOf(refused);
  }

  /** How many entries the source has. */
  public int entries() {
    return loaded + duplicates + refused.size();
  }

  /** What a source is. */
  public enum Kind {
    CERTIFICATE,
    CERTIFICATE_BAG,
    MASTER_LIST,
    UNSIGNED_MASTER_LIST,
    LDIF,
    REVOCATION_LIST,
    DEVIATION_LIST,
    DISTRUSTED,
    UNKNOWN;

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
