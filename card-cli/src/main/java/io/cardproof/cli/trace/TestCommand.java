package io.cardproof.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.MadeUpTrace;
import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.report.Findings;
import io.cardproof.report.Report;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trace test}: a trace and what is expected of it, for everybody to run. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "TRACE", descriptionKey = "card.replay.trace")
  private @Nullable Path file;

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

  @Option(names = "--fault", paramLabel = "ID", descriptionKey = "card.trace.fault")
  private List<String> faults = new ArrayList<>();

  @Option(names = "--json")
  private boolean json;

  @Mixin private final KeyOptions keys = new KeyOptions();
  @Mixin private final TrustOptions trust = new TrustOptions();

  TestCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Path source = Objects.requireNonNull(file);
    Bytes content;
    try (Original original = Original.replayed(talk, TraceFiles.read(source), keys, trust);
        Scratch scratch = Scratch.make()) {
      content = content(original, scratch.file());
    }
    MadeUpTrace test = MadeUpTrace.parse(content, source.toString());
    write(test, content);
    return ExitCode.AUTHENTIC.number();
  }

  private Bytes content(Original original, Path scratch)
      throws CommandException, InspectionException {
    requireFinding("input.no-such-finding", original.report());
    boolean asItIs = original.trace().head().isMadeUp() && finding == null && faults.isEmpty();
    if (asItIs) {
      return content(Objects.requireNonNull(file));
    }
    Redaction redaction = new Redaction(original, talk.here().random(), scratch);
    Redaction.Result result = redaction.make(faults);
    requireFinding("input.finding-not-made-up", result.take().report());
    return finding == null
        ? result.take().content()
        : new Reduction(redaction, result, finding, scratch).run().content();
  }

  private void requireFinding(String otherwise, Report report) throws CommandException {
    if (finding != null && !Findings.of(report).hold(finding)) {
      throw CommandException.input(otherwise, String.valueOf(file), finding);
    }
  }

  private static Bytes content(Path file) throws CommandException {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  private void write(MadeUpTrace test, Bytes content) throws CommandException, InspectionException {
    Findings findings = Findings.of(test.replay());
    Path target = Objects.requireNonNull(folder);
    String stem = name != null ? name : finding != null ? finding : findings.outcome();
    if (!Files.isDirectory(target) || !stem.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw CommandException.input("output.unwritable", target.resolve(stem).toString());
    }
    NewFiles files = new NewFiles(talk);
    files.writePrivate(target.resolve(stem + ".trace"), content.toByteArray());
    files.writePrivate(
        target.resolve(stem + ".expected"),
        (String.join("\n", findings.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
    show(stem, test, content, findings);
  }

  private void show(String stem, MadeUpTrace test, Bytes content, Findings findings) {
    if (json) {
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
