package io.cardproof.cli;

import io.cardproof.cli.input.PcscOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.reader.pcsc.ReaderEvent;
import io.cardproof.reader.pcsc.ReaderWatch;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card watch}: cards and readers as they come and go, until the process is interrupted. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(names = "--json")
  private boolean json;

  @Mixin private final PcscOptions pcsc = new PcscOptions();

  WatchCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    PcscReaders readers = pcsc.readers(talk);
    readers.readers();
    talk.mention("watch.started");
    try (ReaderWatch watch = readers.watch(this::tell)) {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.AUTHENTIC.number();
    }
    throw CommandException.unavailable("no-service", "error.no-service");
  }

  private void tell(ReaderEvent event) {
    String id = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    talk.line(
        json
            ? Json.line(Json.object().put("event", id).put("reader", event.reader()))
            : talk.messages().text("watch." + id, event.reader()));
  }
}
