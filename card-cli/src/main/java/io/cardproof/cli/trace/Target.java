package io.cardproof.cli.trace;

import io.cardproof.cli.talk.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file to be written of a trace, which is looked at before the work begins. */
final class Target {
  private Target() {}

  /**
   * Fails where the file cannot be written.
   *
   * @throws CommandException if its folder is not there, or it is the recorded trace by whatever
   *     name
   */
  static void check(Path source, Path target) throws CommandException {
    Path folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
    try {
      if (!Files.isDirectory(folder)) {
        throw CommandException.input("output.unwritable", target.toString());
      }
      if (Files.exists(target) && Files.isSameFile(source, target)) {
        throw CommandException.usage("usage.same-trace", source.toString());
      }
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", target.toString());
    }
  }
}
