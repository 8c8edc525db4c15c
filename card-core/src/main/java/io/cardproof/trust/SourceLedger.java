package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what becomes of the entries of one source while a store is put together. */
final class SourceLedger {
  private final String name;
  private final Bytes sha256;
  private Optional<Instant> imported = Optional.empty();
  private SourceRecord.Kind kind = SourceRecord.Kind.CERTIFICATE;
  private Provenance.Pinning pinning = Provenance.Pinning.GIVEN;
  private Optional<Instant> signed = Optional.empty();
  private int loaded;
  private int duplicates;
  private final List<RefusedEntry> refused = new ArrayList<>();
  private Optional<Found> whileReading = Optional.empty();

  /** What was known of the source when it had been read. */
  private record Found(int loaded, List<RefusedEntry> refused) {}

  SourceLedger(String name, Bytes sha256) {
    this.name = name;
    this.sha256 = sha256;
  }

  /**
   * Begins a count on top of what was found when the source was read, so that a builder can be used
   * again.
   *
   * @param when the operator added the source
   */
  void begin(Optional<Instant> when) {
    imported = when;
    pinning = Provenance.Pinning.GIVEN;
    signed = Optional.empty();
    Found found = whileReading.orElseGet(() -> new Found(loaded, List.copyOf(refused)));
    whileReading = Optional.of(found);
    loaded = found.loaded();
    duplicates = 0;
    refused.clear();
    refused.addAll(found.refused());
  }

  String name() {
    return name;
  }

  SourceLedger kind(SourceRecord.Kind value) {
    kind = value;
    return this;
  }

  /** The source is a list that somebody signed. */
  void list(Provenance.Pinning by, Optional<Instant> when) {
    // Of several lists in one file the one that nobody vouches for tells.
    pinning = pinning == Provenance.Pinning.UNPINNED ? pinning : by;
    signed = when;
  }

  void loaded() {
    loaded++;
  }

  void duplicate() {
    duplicates++;
  }

  void refused(String place, RefusedEntry.Cause cause) {
    refused.add(new RefusedEntry(place, cause));
  }

  SourceRecord record() {
    return new SourceRecord(
        name, kind, sha256, pinning, signed, imported, loaded, duplicates, refused);
  }

  /** Where a certificate came from that stands in this source. */
  Provenance provenance(String place, Provenance.Pinning by, Optional<Instant> when) {
    return new Provenance(place.isEmpty() ? name : name + ", " + place, by, when, imported);
  }
}
