package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Traces that were named on the command line. */
public final class TraceFiles {
  private TraceFiles() {}

  /** Reads one. */
  public static Trace read(Path file) throws CommandException, MalformedInputException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandException.input("input.unreadable", file.toString());
    }
    try {
      return Trace.read(file);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }
}
