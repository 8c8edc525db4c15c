package io.cardproof.cli.trust;

import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.AuditReport;
import io.cardproof.cli.show.ChangeReport;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.AuditFinding;
import io.cardproof.trust.AuditFinding.Weight;
import io.cardproof.trust.TrustAudit;
import io.cardproof.trust.TrustChanges;
import io.cardproof.trust.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trust check}: what is wrong with the store, or what changed between two lists. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private static final ExitCode FOUND = ExitCode.NOT_AUTHENTIC;

  private final Talk talk;

  @Parameters(arity = "0..2", paramLabel = "OLD NEW", descriptionKey = "card.trust.check.lists")
  private List<Path> lists = new ArrayList<>();

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "card.trust.at")
  private @Nullable Instant at;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--json")
  private boolean json;

  CheckCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    if (lists.isEmpty()) {
      return audit();
    }
    if (lists.size() != 2 || trust.isGiven()) {
      throw CommandException.usage("usage.check");
    }
    return compare(open(lists.get(0)), open(lists.get(1)));
  }

  private int audit() throws CommandException, MalformedInputException {
    TrustStore store = trust.complete(trust.open(talk), talk);
    Instant now = at == null ? talk.here().clock().instant() : at;
    List<AuditFinding> findings = TrustAudit.of(store, now);
    AuditReport report = new AuditReport(talk, store, findings, all);
    if (json) {
      talk.line(Json.pretty(report.json()));
    } else {
      report.lines().forEach(talk::line);
    }
    boolean fine = findings.stream().allMatch(each -> each.kind().weight() == Weight.NOTE);
    return (fine ? ExitCode.AUTHENTIC : FOUND).number();
  }

  private int compare(TrustStore older, TrustStore newer) {
    TrustChanges changes = TrustChanges.between(older, newer);
    ChangeReport report = new ChangeReport(talk, changes);
    if (json) {
      talk.line(Json.pretty(report.json()));
    } else {
      report.lines().forEach(talk::line);
    }
    return (changes.none() ? ExitCode.AUTHENTIC : FOUND).number();
  }

  private static TrustStore open(Path list) throws CommandException, MalformedInputException {
    if (!Files.isReadable(list)) {
      throw CommandException.input("input.unreadable", list.toString());
    }
    return TrustStore.builder().allowTestAnchors().add(list).build();
  }
}
