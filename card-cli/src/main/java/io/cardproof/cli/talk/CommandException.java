package io.cardproof.cli.talk;

import io.cardproof.error.Step;
import java.util.Optional;

/**
 * The command cannot go on, for a reason of its own rather than the card's. The texts are keys of
 * {@link Messages}; {@code .advice} after the key says what to do.
 */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String code;
  private final String key;
  private final String[] arguments;

  private CommandException(ExitCode exitCode, String code, String key, String... arguments) {
    super(key);
    this.exitCode = exitCode;
    this.code = code;
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The command was called wrongly. */
  public static CommandException usage(String key, String... arguments) {
    return new CommandException(ExitCode.USAGE, "usage", key, arguments);
  }

  /** A file or a text cannot be read or written. */
  public static CommandException input(String key, String... arguments) {
    return new CommandException(ExitCode.INPUT, "malformed-input", key, arguments);
  }

  /** Something that the command needs is not running. */
  public static CommandException unavailable(String code, String key, String... arguments) {
    return new CommandException(ExitCode.UNAVAILABLE, code, key, arguments);
  }

  /** Where it happened, in the words of the library. */
  public Step step() {
    return exitCode == ExitCode.UNAVAILABLE ? Step.CONNECT : Step.INPUT;
  }

  /** The file or text that is meant, if it is one. */
  public Optional<String> source() {
    return exitCode == ExitCode.INPUT && arguments.length > 0
        ? Optional.of(arguments[0])
        : Optional.empty();
  }

  /** What the process ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** The stable name for programs. */
  public String code() {
    return code;
  }

  /** What happened, in the language of {@code messages}. */
  public String text(Messages messages) {
    return messages.text(key, (Object[]) arguments);
  }

  /** What to do about it, if there is anything to say. */
  public Optional<String> advice(Messages messages) {
    return messages.find(key + ".advice", (Object[]) arguments);
  }
}
