package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.cli.show.TracedCommand;
import io.cardproof.cli.show.TracedCommands;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("card trace show")
final class TraceShowTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @DisplayName("names every command and the file it addresses")
  void namesCommands() throws Exception {
    record("eac --terminal-key --all-files");

    CardRun run = CardRun.of("trace", "show", trace(), "--json");

    assertEquals(0, run.exit(), run.err());
    assertEquals(
        List.of(
            "READ BINARY EF.CardAccess",
            "READ BINARY EF.ATR/INFO",
            "SELECT EF.ATR/INFO",
            "READ BINARY EF.DIR",
            "SELECT EF.DIR",
            "MSE:Set AT (PACE)",
            "GENERAL AUTHENTICATE",
            "GENERAL AUTHENTICATE",
            "GENERAL AUTHENTICATE",
            "GENERAL AUTHENTICATE",
            "SELECT application",
            "READ BINARY EF.SOD",
            "READ BINARY EF.COM",
            "READ BINARY DG14",
            "MSE:Set AT (CA)",
            "GENERAL AUTHENTICATE",
            "READ BINARY DG15",
            "READ BINARY DG1",
            "READ BINARY DG2",
            "READ BINARY EF.CVCA",
            "MSE:Set DST",
            "PSO:Verify Certificate",
            "MSE:Set DST",
            "PSO:Verify Certificate",
            "MSE:Set AT (TA)",
            "GET CHALLENGE",
            "EXTERNAL AUTHENTICATE",
            "READ BINARY DG3",
            "READ BINARY DG4"),
        TracedCommands.of(Trace.read(Path.of(trace()))).stream().map(TracedCommand::what).toList());
    JsonNode commands = run.json().path("commands");
    assertEquals(29, commands.size());
    assertFalse(commands.path(9).path("protected").asBoolean());
    assertTrue(commands.path(10).path("protected").asBoolean());
    assertEquals("6A82", commands.path(16).path("outcome").asText());
  }

  @ParameterizedTest(name = "shows nothing of what was said, and no key: {0}")
  @ValueSource(strings = {"cccd-2021", "passport-2010 --challenge 0102030405060708", "id-pin"})
  void showsNoContent(String arguments) throws Exception {
    record(arguments);
    Trace trace = Trace.read(Path.of(trace()));
    String key = trace.head().setting("test-key").orElseThrow().split(" ", 2)[1];

    String shown =
        CardRun.of("trace", "show", trace()).out()
            + CardRun.of("trace", "show", trace(), "--json").out();

    assertTrue(shown.contains("READ BINARY"), shown);
    assertFalse(shown.contains(key));
    assertFalse(shown.contains("0102030405060708"));
    for (TraceEvent event : trace.events()) {
      if (event instanceof TraceEvent.Exchange exchange && exchange.response().length() > 6) {
        assertFalse(shown.contains(exchange.response().slice(0, 5).toHex()));
      }
    }
  }

  @Test
  @DisplayName("says that a trace of a real card is personal, and why a card did not answer")
  void realCard() throws Exception {
    record("passport-2010 --fault removed-at=9");
    String text = Files.readString(Path.of(trace()));
    Files.writeString(Path.of(trace()), text.replaceAll("set test-key [^\n]*\n", ""));

    CardRun run = CardRun.of("trace", "show", trace());
    CardRun json = CardRun.of("trace", "show", trace(), "--json");

    assertTrue(run.out().contains("As personal as the document"), run.out());
    assertTrue(
        StreamSupport.stream(json.json().path("commands").spliterator(), false)
            .anyMatch(command -> command.path("outcome").asText().equals("card-removed")));
  }

  private void record(String arguments) {
    String all = "inspect --json --trace " + trace() + " --simulated " + arguments;
    CardRun.of(all.split(" "));
  }

  private String trace() {
    return folder.resolve("card.trace").toString();
  }
}
