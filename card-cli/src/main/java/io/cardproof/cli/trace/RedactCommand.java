package io.cardproof.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.trace.Trace;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card trace redact}: the same steps again over a made-up person. */
@Command(name = "redact")
final class RedactCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true)
  private @Nullable Path output;

  @Mixin private final RetakeOptions options = new RetakeOptions();

  RedactCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Path source = options.source();
    Path target = Objects.requireNonNull(output);
    Trace trace = TraceFiles.read(source);
    Target.check(source, target);
    Redaction.Result result;
    try (Original original = options.replayed(talk, trace);
        Scratch scratch = Scratch.make()) {
      result = new Redaction(talk, original, scratch.file()).make(options.faults());
    }
    new NewFiles(talk).writePrivate(target, result.take().content().toByteArray());
    show(result);
    return (result.comparison().isSame() ? ExitCode.AUTHENTIC : ExitCode.NOT_AUTHENTIC).number();
  }

  private void show(Redaction.Result result) {
    if (options.json()) {
      ObjectNode root = result.comparison().json();
      result.faults().forEach(root.putArray("faults")::add);
      talk.line(Json.pretty(root));
      return;
    }
    if (!result.faults().isEmpty()) {
      talk.line(" " + talk.messages().text("retake.faults", String.join(", ", result.faults())));
    }
    result.comparison().lines(talk).forEach(talk::line);
  }
}
