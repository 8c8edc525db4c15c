package io.cardproof.cli.talk;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks for a secret at the terminal, without showing what is typed. */
final class SecretPrompt {
  private static final Path TERMINAL = Path.of("/dev/tty");
  private static final int LONGEST = 4096;

  private final PrintStream err;

  SecretPrompt(PrintStream err) {
    this.err = err;
  }

  /**
   * What was typed, without the line end.
   *
   * <p>The terminal is asked itself: Java's console is there or not depending on its version and on
   * where stdout goes.
   */
  String ask(String question) throws IOException {
    Thread restore = new Thread(() -> echo("echo"));
    Runtime.getRuntime().addShutdownHook(restore);
    try (InputStream terminal = new FileInputStream(TERMINAL.toFile())) {
      echo("-echo");
      err.print(question + " ");
      err.flush();
      return line(terminal);
    } finally {
      echo("echo");
      Runtime.getRuntime().removeShutdownHook(restore);
      err.println();
    }
  }

  private static void echo(String mode) {
    try {
      new ProcessBuilder("stty", mode)
          .redirectInput(Redirect.from(TERMINAL.toFile()))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // Without stty the typed text shows; the question is still answered.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream terminal) throws IOException {
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    for (int next = terminal.read(); next != '\n' && next >= 0; next = terminal.read()) {
      if (typed.size() < LONGEST) {
        typed.write(next);
      }
    }
    return typed.toString(StandardCharsets.UTF_8).strip();
  }
}
