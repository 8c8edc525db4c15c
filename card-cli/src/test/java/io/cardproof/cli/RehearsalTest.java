package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @Test
  void everyCommandOfTheRehearsalSucceedsAndKeepsToItsDirectory(@TempDir Path directory) {
    new Rehearsal(here(), directory).run();

    assertTrue(Files.exists(directory.resolve("card.evidence")));
    assertTrue(Files.exists(directory.resolve("trust.snapshot")));
    assertTrue(Files.exists(directory.resolve("cardproof/trust/store.snapshot")));
  }

  private static Surroundings here() {
    return new Surroundings(
        InputStream.nullInputStream(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        Map.of(),
        Terminal.none(),
        Clock.systemUTC(),
        new SecureRandom());
  }
}
