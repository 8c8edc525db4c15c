package io.cardproof.cli.trace;

import io.cardproof.cli.talk.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for trials in a folder of its own; closing it takes both away. */
record Scratch(Path file) implements AutoCloseable {
  private static final String PREFIX = "cardproof-trace";

  static Scratch make() throws CommandException {
    try {
      return new Scratch(Files.createTempDirectory(PREFIX).resolve("trial.trace"));
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", System.getProperty("java.io.tmpdir", ""));
    }
  }

  @Override
  public void close() throws CommandException {
    Path folder = file.getParent();
    try {
      Files.deleteIfExists(file);
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
  }
}
