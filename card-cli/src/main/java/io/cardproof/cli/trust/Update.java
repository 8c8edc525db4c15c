package io.cardproof.cli.trust;

import io.cardproof.cli.show.FetchReport.Entry;
import io.cardproof.cli.show.FetchReport.Outcome;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.SourceRecord;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what was fetched in the place of what came from the same addresses before. */
final class Update {
  /** Which of two lists of one address may come. */
  enum Age {
    NOT_OLDER,
    ANY
  }

  /** Makes an empty store with the operator's roots. */
  interface Fresh {
    TrustStore.Builder builder() throws CommandException, MalformedInputException;
  }

  private final Fresh fresh;
  private final Download download = new Download(Download.Limits.USUAL);
  private final List<Entry> entries = new ArrayList<>();
  private final List<TrustStore> contents = new ArrayList<>();
  private TrustStore base;

  Update(TrustStore before, Fresh fresh) {
    this.base = before;
    this.fresh = fresh;
  }

  void fetch(Address address, Age age) throws CommandException, InterruptedException {
    Bytes file;
    try {
      file = download.get(address.uri());
    } catch (DownloadException e) {
      entries.add(
          new Entry(
              address.toString(), Outcome.FAILED, Optional.empty(), Optional.empty(), e.problem()));
      return;
    }
    entries.add(taken(address, file, age));
  }

  /** What came and is new. */
  List<TrustStore> contents() {
    return List.copyOf(contents);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  TrustStore store() throws MalformedInputException {
    TrustStore.Builder builder = TrustStore.builder().allowTestAnchors().add(base);
    contents.forEach(builder::add);
    return builder.build();
  }

  private Entry taken(Address address, Bytes file, Age age) throws CommandException {
    Source source = read(file, address.sourceName());
    if (source.failure().isPresent()) {
      MalformedInputException failure = source.failure().get();
      String problem = failure.place() + ": " + failure.problem();
      return entry(address, Outcome.REFUSED, file, Optional.empty(), problem);
    }
    TrustStore content = source.content().orElseThrow();
    List<SourceRecord> held = held(address.sourceName());
    Optional<Instant> signed = signed(content.sources());
    if (!held.isEmpty() && hashes(held).equals(hashes(content.sources()))) {
      return entry(address, Outcome.UNCHANGED, file, signed, "");
    }
    if (age == Age.NOT_OLDER && older(signed, signed(held))) {
      return entry(address, Outcome.OLDER, file, signed, "");
    }
    base = base.withoutSource(address.sourceName());
    contents.add(content);
    return entry(address, Outcome.NEW, file, signed, "");
  }

  private Source read(Bytes file, String name) throws CommandException {
    try {
      Path directory = Files.createTempDirectory("cardproof-");
      Path there = directory.resolve(name);
      try {
        Files.write(there, file.toByteArray());
        return Source.of(there, fresh.builder());
      } finally {
        Files.deleteIfExists(there);
        Files.delete(directory);
      }
    } catch (IOException | MalformedInputException e) {
      throw CommandException.input("output.unwritable", name);
    }
  }

  private List<SourceRecord> held(String name) {
    return base.sources().stream()
        .filter(record -> record.name().equals(name) || record.name().startsWith(name + ", "))
        .toList();
  }

  private static Set<Bytes> hashes(List<SourceRecord> records) {
    return records.stream().map(SourceRecord::sha256).collect(Collectors.toSet());
  }

  private static Optional<Instant> signed(List<SourceRecord> records) {
    return records.stream()
        .flatMap(record -> record.signed().stream())
        .max(Comparator.naturalOrder());
  }

  /** Without a date nobody can say that it is not older. */
  private static boolean older(Optional<Instant> signed, Optional<Instant> before) {
    return before.isPresent() && signed.map(before.get()::isAfter).orElse(true);
  }

  private static Entry entry(
      Address address, Outcome outcome, Bytes file, Optional<Instant> signed, String problem) {
    return new Entry(address.toString(), outcome, Optional.of(file), signed, problem);
  }
}
