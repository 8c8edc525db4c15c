package io.cardproof.reader.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file that a trace goes into, line by line. */
final class TraceFile implements AutoCloseable {
  private static final List<String> WARNING =
      List.of(
          "# This file holds PERSONAL DATA and SECRETS of one inspection of one document:",
          "#   all that the chip answered, and the randomness that the terminal drew (r), from"
              + " which",
          "#   follow, together with the access key, the keys of the channel and all that went",
          "#   through it; answers of the terminal's key (f, s, x), never the key itself.",
          "# It is for its owner only: never send it on, and delete it when it has served.");

  private static final List<String> MADE_UP =
      List.of(
          "# A made-up document under a TEST authority: nobody's data, and its key is below.",
          "#   r is the randomness that the terminal drew; f, s, x are answers of its key.");

  private final Writer writer;

  private TraceFile(Writer writer) {
    this.writer = writer;
  }

  static TraceFile create(Path file, TraceHead head) throws IOException {
    // Made new, so that an old file's permissions do not stay.
    Files.deleteIfExists(file);
    var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file));
    TraceFile trace =
        new TraceFile(new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)));
    trace.begin(head);
    return trace;
  }

  void write(TraceEvent event) {
    line(TraceForm.line(event));
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      // Every line is in the file already.
    }
  }

  private void begin(TraceHead head) {
    line(TraceForm.FIRST_LINE);
    (head.isMadeUp() ? MADE_UP : WARNING).forEach(this::line);
    line(TraceForm.READER + " " + head.reader());
    line(TraceForm.ATR + " " + TraceForm.hex(head.atr()));
    line(TraceForm.LONGEST + " " + head.maxResponseBytes());
    line(TraceForm.NOW + " " + head.now());
    for (Map.Entry<String, String> setting : head.settings().entrySet()) {
      line(TraceForm.SET + " " + setting.getKey() + " " + setting.getValue());
    }
  }

  // Flushed line by line: a trace is wanted most when the rest went wrong.
  private void line(String text) {
    try {
      writer.write(text);
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
