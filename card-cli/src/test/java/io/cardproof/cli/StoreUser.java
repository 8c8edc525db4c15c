package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.cli.talk.Terminal;
import java.nio.file.Path;
import java.util.Map;

/** A user with a data directory of its own. */
record StoreUser(Path data) {
  CardRun run(String... arguments) {
    return typing("", Terminal.none(), arguments);
  }

  CardRun typing(String answer, Terminal terminal, String... arguments) {
    return CardRun.with(answer, terminal, Map.of("XDG_DATA_HOME", data.toString()), arguments);
  }

  Path directory() {
    return data.resolve("cardproof").resolve("trust");
  }

  /** The certificates of a simulated card's authority, as {@code --export-trust} writes them. */
  static Path anchors(Path directory, String persona) {
    Path file = directory.resolve(persona + ".pem");
    CardRun run = CardRun.of("inspect", "--simulated", persona, "--export-trust", file.toString());
    assertEquals(0, run.exit(), run.out() + run.err());
    return file;
  }
}
