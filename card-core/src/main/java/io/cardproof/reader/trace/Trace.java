package io.cardproof.reader.trace;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One recorded inspection. It holds what the card said and the randomness that protects it: as
 * personal as the document itself.
 *
 * @param source the name of the file, for errors
 * @param head where and how it was recorded
 * @param events what happened, in order
 */
public record Trace(String source, TraceHead head, List<TraceEvent> events) {
  /** The longest file that is read, in bytes: twice what an inspection may cost, and room. */
  public static final int MAX_BYTES = 24 << 20;

  /** Copies the list. */
  public Trace {
    events = List.copyOf(events);
  }

  /**
   * Reads a trace.
   *
   * @throws IOException if the file cannot be opened or read
   * @throws MalformedInputException if it is no trace; the place is a line
   */
  public static Trace read(Path file) throws IOException, MalformedInputException {
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than allowed, so that the parser sees that the file is too large.
      return parse(Bytes.of(in.readNBytes(MAX_BYTES + 1)), String.valueOf(file.getFileName()));
    }
  }

  /**
   * Reads the content of a trace.
   *
   * @param source a name for the content, for the error's text
   * @throws MalformedInputException if it is no trace; the place is a line
   */
  public static Trace parse(Bytes content, String source) throws MalformedInputException {
    return new TraceParser(source).parse(content);
  }

  /** How many commands it holds. */
  public int exchanges() {
    return (int) events.stream().filter(event -> !(event instanceof TraceEvent.Drawn)).count();
  }

  /** Says how long it is, and nothing of what it holds. */
  @Override
  public String toString() {
    return "Trace[" + exchanges() + " exchanges]";
  }
}
