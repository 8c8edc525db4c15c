package io.cardproof.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.trace.Trace;
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

/** {@code card trace redact}: the same steps again over a made-up person. */
@Command(name = "redact")
final class RedactCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "TRACE", descriptionKey = "card.replay.trace")
  private @Nullable Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true)
  private @Nullable Path output;

  @Option(names = "--fault", paramLabel = "ID", descriptionKey = "card.trace.fault")
  private List<String> faults = new ArrayList<>();

  @Option(names = "--json")
  private boolean json;

  @Mixin private final KeyOptions keys = new KeyOptions();
  @Mixin private final TrustOptions trust = new TrustOptions();

  RedactCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Path source = Objects.requireNonNull(file);
    Path target = Objects.requireNonNull(output);
    Trace trace = TraceFiles.read(source);
    Target.check(source, target);
    Redaction.Result result;
    try (Original original = Original.replayed(talk, trace, keys, trust);
        Scratch scratch = Scratch.make()) {
      result = new Redaction(talk, original, scratch.file()).make(faults);
    }
    new NewFiles(talk).writePrivate(target, result.take().content().toByteArray());
    show(result);
    return (result.comparison().isSame() ? ExitCode.AUTHENTIC : ExitCode.NOT_AUTHENTIC).number();
  }

  private void show(Redaction.Result result) {
    if (json) {
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
