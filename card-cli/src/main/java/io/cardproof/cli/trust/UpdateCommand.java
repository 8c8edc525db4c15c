package io.cardproof.cli.trust;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.cardproof.cli.input.ManagedStore;
import io.cardproof.cli.show.FetchReport;
import io.cardproof.cli.show.FetchReport.Entry;
import io.cardproof.cli.show.FetchReport.Outcome;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code card trust update}: fetches lists from the addresses that the operator names. */
@Command(name = "update")
final class UpdateCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(names = "--from", paramLabel = "URL")
  private List<String> named = new ArrayList<>();

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--test-anchors")
  private boolean testAnchors;

  @Option(names = "--yes")
  private boolean yes;

  @Option(names = "--json")
  private boolean json;

  UpdateCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException, InterruptedException {
    ManagedStore kept = ManagedStore.of(talk.here());
    List<Address> addresses = addresses(kept);
    TrustStore before = kept.open();
    Update update = new Update(before, () -> builder(kept));
    for (Address address : addresses) {
      talk.mention("progress.fetching", address.toString());
      update.fetch(address, force ? Update.Age.ANY : Update.Age.NOT_OLDER);
    }
    new Confirmation(talk, yes).ask(before, update.contents());
    TrustStore after = update.store();
    if (!after.sha256().equals(before.sha256())) {
      kept.write(after);
    }
    return report(kept, after, update.entries());
  }

  private TrustStore.Builder builder(ManagedStore kept)
      throws CommandException, MalformedInputException {
    TrustStore.Builder builder =
        TrustStore.builder().importedAt(talk.here().clock().instant().truncatedTo(SECONDS));
    for (Bytes pin : kept.pins()) {
      builder.pin(pin);
    }
    return testAnchors ? builder.allowTestAnchors() : builder;
  }

  private List<Address> addresses(ManagedStore kept) throws CommandException {
    List<Address> addresses = new ArrayList<>();
    for (String address : named) {
      addresses.add(Address.parse(address));
    }
    if (addresses.isEmpty() && Files.isRegularFile(kept.addresses())) {
      addresses.addAll(Address.in(kept.addresses()));
    }
    if (addresses.isEmpty()) {
      throw CommandException.usage("usage.no-addresses", kept.addresses().toString());
    }
    return addresses;
  }

  private int report(ManagedStore kept, TrustStore after, List<Entry> entries) {
    FetchReport report = new FetchReport(talk);
    if (json) {
      talk.line(Json.pretty(report.json(entries, after, kept.file())));
    } else {
      report.lines(entries, after, kept.file()).forEach(talk::line);
    }
    return exitCode(entries).number();
  }

  private static ExitCode exitCode(List<Entry> entries) {
    List<Outcome> outcomes = entries.stream().map(Entry::outcome).toList();
    if (outcomes.contains(Outcome.REFUSED) || outcomes.contains(Outcome.OLDER)) {
      return ExitCode.INPUT;
    }
    return outcomes.contains(Outcome.FAILED) ? ExitCode.UNAVAILABLE : ExitCode.AUTHENTIC;
  }
}
