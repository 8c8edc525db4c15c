package io.cardproof.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.MadeUpTrace;
import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.report.Findings;
import io.cardproof.report.Report;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card trace test}: a trace and what is expected of it, for everybody to run. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
  private static final String TRACE = ".trace";
  private static final String EXPECTED = ".expected";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private final Talk talk;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      descriptionKey = "card.trace.test.output")
  private @Nullable Path folder;

  @Option(names = "--finding", paramLabel = "ID")
  private @Nullable String finding;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Mixin private final RetakeOptions options = new RetakeOptions();

  TestCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Path source = options.source();
    Bytes recorded = TraceFiles.content(source);
    Trace trace = Trace.parse(recorded, TraceFiles.name(source));
    Optional<String> wanted = wantedName();
    if (wanted.isPresent()) {
      check(wanted.get());
    }
    Bytes content;
    try (Original original = options.replayed(talk, trace);
        Scratch scratch = Scratch.make()) {
      content = content(original, recorded, scratch.file());
    }
    MadeUpTrace test = MadeUpTrace.parse(content, source.toString());
    write(test, content);
    return ExitCode.AUTHENTIC.number();
  }

  private Optional<String> wantedName() {
    // The last word of a finding that is given as a line is its id.
    return Optional.ofNullable(name)
        .or(
            () ->
                Optional.ofNullable(finding)
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1)));
  }

  private void check(String stem) throws CommandException {
    if (!stem.matches(NAME)) {
      throw CommandException.usage("usage.test-name", stem);
    }
    Path source = options.source();
    Target.check(source, beside(stem, TRACE));
    Target.check(source, beside(stem, EXPECTED));
  }

  private Path beside(String stem, String ending) {
    return Objects.requireNonNull(folder).resolve(stem + ending);
  }

  private Bytes content(Original original, Bytes recorded, Path scratch)
      throws CommandException, InspectionException {
    requireFinding("input.no-such-finding", original.report());
    boolean asItIs =
        original.trace().head().isMadeUp() && finding == null && options.faults().isEmpty();
    if (asItIs) {
      return recorded;
    }
    Redaction redaction = new Redaction(talk, original, scratch);
    Redaction.Result result = redaction.make(options.faults());
    requireFinding("input.finding-not-made-up", result.take().report());
    return finding == null
        ? result.take().content()
        : new Reduction(redaction, result, finding).run().content();
  }

  private void requireFinding(String otherwise, Report report) throws CommandException {
    if (finding != null && !Findings.of(report).hold(finding)) {
      throw CommandException.input(otherwise, options.source().toString(), finding);
    }
  }

  private void write(MadeUpTrace test, Bytes content) throws CommandException, InspectionException {
    Findings findings = Findings.of(test.replay());
    String stem = wantedName().orElse(findings.outcome());
    check(stem);
    NewFiles files = new NewFiles(talk);
    files.writePrivate(beside(stem, TRACE), content.toByteArray());
    files.writePrivate(
        beside(stem, EXPECTED),
        (String.join("\n", findings.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
    show(stem, test, content, findings);
  }

  private void show(String stem, MadeUpTrace test, Bytes content, Findings findings) {
    if (options.json()) {
      ObjectNode root = Json.object().put("name", stem).put("exchanges", test.trace().exchanges());
      root.put("bytes", content.length()).put("outcome", findings.outcome());
      findings.results().forEach(root.putArray("findings")::add);
      talk.line(Json.pretty(root));
      return;
    }
    talk.line(
        " "
            + talk.messages()
                .text(
                    "retake.test",
                    stem,
                    findings.outcome(),
                    test.trace().exchanges(),
                    content.length()));
  }
}
