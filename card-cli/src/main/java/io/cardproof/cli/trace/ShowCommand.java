package io.cardproof.cli.trace;

import io.cardproof.cli.input.TraceFiles;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.TraceSheet;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trace show}: what a trace holds, without what the card said. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "TRACE", descriptionKey = "card.replay.trace")
  private @Nullable Path file;

  @Option(names = "--json")
  private boolean json;

  ShowCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, MalformedInputException {
    TraceSheet sheet = new TraceSheet(talk, TraceFiles.read(Objects.requireNonNull(file)));
    if (json) {
      talk.line(Json.pretty(sheet.json()));
    } else {
      sheet.lines().forEach(talk::line);
    }
    return ExitCode.AUTHENTIC.number();
  }
}
