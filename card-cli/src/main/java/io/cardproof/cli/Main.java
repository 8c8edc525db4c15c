package io.cardproof.cli;

import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The process: the only place that looks at system properties and ends the JVM. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    String rehearsal = System.getProperty("cardproof.rehearsal", "");
    if (!rehearsal.isEmpty()) {
      new Rehearsal(surroundings(), Path.of(rehearsal)).run();
      return;
    }
    System.exit(new CardCommandLine(surroundings()).run(args));
  }

  private static Surroundings surroundings() {
    return new Surroundings(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        environment(),
        Terminal.of(
            System.getProperty("cardproof.terminal", ""),
            System.getProperty("cardproof.columns", "")),
        Clock.systemUTC(),
        new SecureRandom());
  }

  /** UTF-8 whatever the locale; Java 17 ignores stdout.encoding. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The launcher hands the language over when it had to change the locale. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String locale = System.getProperty("cardproof.locale", "");
    if (!locale.isEmpty()) {
      environment.put("LC_ALL", locale);
    }
    return Map.copyOf(environment);
  }
}
