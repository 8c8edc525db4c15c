package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where one secret comes from. A bare option asks without echo, {@code -} reads stdin, and a value
 * on the command line works and warns, since every process of the machine can see it.
 *
 * @param option such as {@code --can}; with {@code -file} after it the option that names a file
 * @param value what stands after the option; null if it was not given
 * @param file the file; null if none was named
 */
record SecretSource(String option, @Nullable String value, @Nullable Path file) {
  static final String ASK = "";

  private static final String STDIN = "-";
  private static final int LONGEST = 4096;

  boolean isGiven() {
    return value != null || file != null;
  }

  boolean isGivenTwice() {
    return value != null && file != null;
  }

  boolean isStandardInput() {
    return STDIN.equals(value);
  }

  /** The secret, without the spaces around it. */
  String read(Talk talk) throws CommandException {
    String text = text(talk).strip();
    if (text.isEmpty()) {
      throw CommandException.usage("usage.empty-key", option);
    }
    return text;
  }

  private String text(Talk talk) throws CommandException {
    if (file != null) {
      return contentOf(file);
    }
    if (value == null || value.equals(ASK)) {
      return ask(talk);
    }
    if (isStandardInput()) {
      return standardInput(talk);
    }
    talk.say("warning.secret-on-command-line", option);
    return value;
  }

  private String ask(Talk talk) throws CommandException {
    if (!talk.here().terminal().in()) {
      throw CommandException.usage("usage.nobody-to-ask", option);
    }
    try {
      return talk.askSecret("prompt." + option.substring(2));
    } catch (IOException e) {
      throw CommandException.usage("usage.nobody-to-ask", option);
    }
  }

  private static String standardInput(Talk talk) throws CommandException {
    try {
      return new String(talk.here().in().readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", "stdin");
    }
  }

  private static String contentOf(Path file) throws CommandException {
    try {
      if (Files.size(file) > LONGEST) {
        throw CommandException.input("input.too-long", file.toString());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  /** Names the option and nothing of the secret. */
  @Override
  public String toString() {
    return option;
  }
}
