package io.cardproof.cli;

import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A command that stays until it is interrupted, on a thread of its own. */
final class LongRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Thread thread;

  private LongRun(String... args) {
    Surroundings here =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Terminal.none(),
            Clock.systemUTC(),
            new SecureRandom());
    thread = new Thread(() -> new CardCommandLine(here).run(args), args[0]);
    thread.setDaemon(true);
  }

  static LongRun start(String... args) {
    LongRun run = new LongRun(args);
    run.thread.start();
    return run;
  }

  /** Waits for a line of stdout. */
  String await(Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
      for (String line : lines) {
        if (wanted.test(line)) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("never printed; stdout: " + out + " stderr: " + err);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
