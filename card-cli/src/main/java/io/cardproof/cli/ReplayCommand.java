package io.cardproof.cli;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.OutputOptions;
import io.cardproof.cli.input.Replay;
import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.trace.Trace;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code card replay}: makes the report of a recorded inspection again, without a card. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "TRACE", descriptionKey = "card.replay.trace")
  private @Nullable Path file;

  @Mixin private final KeyOptions keys = new KeyOptions();
  @Mixin private final TrustOptions trust = new TrustOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  ReplayCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Trace trace = TraceFiles.read(Objects.requireNonNull(file));
    Replay replay = new Replay(talk, trace);
    CardInspector inspector = replay.inspector(trust);
    try (AccessKey key = replay.key(keys)) {
      return new Delivery(talk, output).deliver(inspector.replay(trace, key));
    }
  }
}
