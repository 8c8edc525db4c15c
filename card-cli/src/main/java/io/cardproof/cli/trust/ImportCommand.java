package io.cardproof.cli.trust;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.cardproof.cli.input.ManagedStore;
import io.cardproof.cli.show.ImportReport;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trust import}: adds certificates, lists and revocation lists to the user's store. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(arity = "0..*", paramLabel = "SOURCE", descriptionKey = "card.trust.import.sources")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--pin", paramLabel = "ROOT")
  private List<Path> roots = new ArrayList<>();

  @Option(names = "--distrust", paramLabel = "SHA256")
  private List<String> distrusted = new ArrayList<>();

  @Option(names = "--allow-unsigned")
  private boolean allowUnsigned;

  @Option(names = "--test-anchors")
  private boolean testAnchors;

  @Option(names = "--yes")
  private boolean yes;

  @Option(names = "--json")
  private boolean json;

  ImportCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    if (named.isEmpty() && roots.isEmpty() && distrusted.isEmpty()) {
      throw CommandException.usage("usage.nothing-to-import");
    }
    List<Bytes> hashes = hashes();
    ManagedStore kept = ManagedStore.of(talk.here());
    TrustStore before = kept.open();
    List<Bytes> pins = new ArrayList<>(kept.pins());
    List<Bytes> added = PinnedRoots.read(roots);
    pins.addAll(added);
    List<Source> sources = new ArrayList<>();
    for (Path file : new SourceFiles(talk).of(named, kept)) {
      sources.add(Source.of(file, builder(pins)));
    }
    new Confirmation(talk, yes).ask(before, contents(sources));
    TrustStore after = merged(before, contents(sources), hashes);
    for (Bytes pin : added) {
      kept.pin(pin);
    }
    kept.write(after);
    return report(kept, before, after, sources);
  }

  private TrustStore.Builder builder(List<Bytes> pins) throws MalformedInputException {
    TrustStore.Builder builder =
        TrustStore.builder().importedAt(talk.here().clock().instant().truncatedTo(SECONDS));
    for (Bytes pin : pins) {
      builder.pin(pin);
    }
    if (allowUnsigned) {
      builder.allowUnsignedLists();
    }
    return testAnchors ? builder.allowTestAnchors() : builder;
  }

  private List<Bytes> hashes() throws CommandException {
    List<Bytes> hashes = new ArrayList<>();
    for (String text : distrusted) {
      String hash = text.replace(":", "");
      if (!hash.matches("[0-9A-Fa-f]{64}")) {
        throw CommandException.usage("usage.not-a-hash");
      }
      hashes.add(Bytes.ofHex(hash));
    }
    return hashes;
  }

  /** What was read and confirmed is what is kept: no file is read a second time. */
  private static TrustStore merged(TrustStore before, List<TrustStore> contents, List<Bytes> hashes)
      throws MalformedInputException {
    TrustStore.Builder builder = TrustStore.builder().allowTestAnchors().add(before);
    contents.forEach(builder::add);
    hashes.forEach(builder::distrust);
    return builder.build();
  }

  private static List<TrustStore> contents(List<Source> sources) {
    return sources.stream().flatMap(source -> source.content().stream()).toList();
  }

  private int report(ManagedStore kept, TrustStore before, TrustStore after, List<Source> sources) {
    ImportReport report = new ImportReport(talk, kept.file(), before, after);
    sources.stream().flatMap(source -> source.failure().stream()).forEach(report::refused);
    if (json) {
      talk.line(Json.pretty(report.json()));
    } else {
      report.lines().forEach(talk::line);
    }
    boolean whole = sources.stream().allMatch(source -> source.content().isPresent());
    return (whole ? ExitCode.AUTHENTIC : ExitCode.INPUT).number();
  }
}
