package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Traces that were named on the command line. */
public final class TraceFiles {
  private TraceFiles() {}

  /** Reads one. */
  public static Trace read(Path file) throws CommandException, MalformedInputException {
    return Trace.parse(content(file), name(file));
  }

  /** The bytes of one, and one too many if it is too long for a trace. */
  public static Bytes content(Path file) throws CommandException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandException.input("input.unreadable", file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.of(in.readNBytes(Trace.MAX_BYTES + 1));
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  /** What errors call it. */
  public static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
