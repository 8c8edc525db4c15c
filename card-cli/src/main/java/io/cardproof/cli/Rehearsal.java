package io.cardproof.cli;

import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the usual commands once and shows nothing, so that the launcher can archive the classes that
 * they load.
 */
final class Rehearsal {
  private final Surroundings here;
  private final Path directory;

  /** Everything that it writes goes into {@code directory}. */
  Rehearsal(Surroundings here, Path directory) {
    this.here = here;
    this.directory = directory;
  }

  void run() {
    String evidence = directory.resolve("card.evidence").toString();
    String trust = directory.resolve("trust.pem").toString();
    String snapshot = directory.resolve("trust.snapshot").toString();
    card("inspect", "--simulated", "--evidence", evidence, "--export-trust", trust);
    card("verify", evidence, "--trust", trust, "--json");
    card("trust", "import", trust, "--test-anchors", "--yes");
    card("trust", "snapshot", snapshot);
    card("trust", "list");
    card("verify", evidence, "--trust", snapshot);
  }

  private void card(String... args) {
    int code = new CardCommandLine(offstage()).run(args);
    if (code != 0) {
      throw new IllegalStateException("card " + String.join(" ", args) + " ended with " + code);
    }
  }

  private Surroundings offstage() {
    return new Surroundings(
        InputStream.nullInputStream(),
        nowhere(),
        nowhere(),
        Map.of("XDG_DATA_HOME", directory.toString()),
        Terminal.none(),
        here.clock(),
        here.random());
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
