package io.cardproof.cli.trust;

import io.cardproof.cli.input.ManagedStore;
import io.cardproof.cli.show.ImportReport;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code card trust remove}: takes a certificate, or all that a source brought, out of the store.
 */
@Command(name = "remove")
final class RemoveCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "SHA256|SOURCE", descriptionKey = "card.trust.remove.what")
  private @Nullable String what;

  @Option(names = "--json")
  private boolean json;

  RemoveCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    String name = Objects.requireNonNull(what);
    ManagedStore kept = ManagedStore.of(talk.here());
    TrustStore before = kept.open();
    TrustStore after = without(before, name);
    if (after.sha256().equals(before.sha256())) {
      throw CommandException.input("input.nothing-to-remove", name);
    }
    kept.write(after);
    ImportReport report = new ImportReport(talk, kept.file(), before, after);
    if (json) {
      talk.line(Json.pretty(report.json()));
    } else {
      report.lines().forEach(talk::line);
    }
    return ExitCode.AUTHENTIC.number();
  }

  private static TrustStore without(TrustStore store, String name) throws CommandException {
    String prefix = name.toLowerCase(Locale.ROOT).replaceAll("[ :]", "");
    if (!prefix.matches(ShowCommand.FINGERPRINT)) {
      return store.withoutSource(name);
    }
    List<Bytes> found =
        Stream.of(store.anchors(), store.links(), store.signers())
            .flatMap(List::stream)
            .map(stored -> stored.certificate().der().sha256())
            .filter(sha256 -> sha256.toHex().startsWith(prefix))
            .distinct()
            .toList();
    if (found.size() > 1) {
      throw CommandException.input("input.many-certificates", name, String.valueOf(found.size()));
    }
    return found.isEmpty() ? store : store.withoutCertificate(found.get(0));
  }
}
