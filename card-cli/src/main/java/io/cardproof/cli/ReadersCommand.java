package io.cardproof.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.input.PcscOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.Table;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.pcsc.Reader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card readers}: the readers that PC/SC knows, and which of them hold a card. */
@Command(name = "readers")
final class ReadersCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(names = "--json")
  private boolean json;

  @Mixin private final PcscOptions pcsc = new PcscOptions();

  ReadersCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    List<Reader> readers = pcsc.readers(talk).readers();
    if (json) {
      talk.line(Json.pretty(object(readers)));
    } else {
      table(readers).lines().forEach(talk::line);
    }
    if (readers.isEmpty()) {
      talk.say("readers.none");
    }
    return (readers.isEmpty() ? ExitCode.UNAVAILABLE : ExitCode.AUTHENTIC).number();
  }

  private static ObjectNode object(List<Reader> readers) {
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("readers");
    for (Reader reader : readers) {
      array.addObject().put("name", reader.name()).put("cardPresent", reader.cardPresent());
    }
    return root;
  }

  private Table table(List<Reader> readers) {
    Table table = new Table();
    for (Reader reader : readers) {
      String key = reader.cardPresent() ? "readers.card" : "readers.empty";
      table.add(reader.name(), talk.messages().text(key));
    }
    return table;
  }
}
