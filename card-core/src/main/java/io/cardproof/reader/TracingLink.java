package io.cardproof.reader;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.value.Bytes;
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
import java.util.HexFormat;
import java.util.Set;

/**
 * Writes every APDU that passes into a text file, one line each: {@code > hex} for a command,
 * {@code < hex} for its answer, {@code #} for a remark. The same file is the format for replay.
 * What travels in the clear can be personal data: the file is readable by its owner only, and
 * exists only because the caller asked for it.
 */
public final class TracingLink implements CardLink {
  private static final HexFormat HEX = HexFormat.of();

  private final CardLink inner;
  private final Writer trace;

  private TracingLink(CardLink inner, Writer trace) {
    this.inner = inner;
    this.trace = trace;
  }

  /**
   * Traces {@code inner} into {@code file}, which replaces what is there, and takes {@code inner}
   * over.
   *
   * @throws IOException if the file cannot be written
   */
  public static TracingLink create(CardLink inner, Path file) throws IOException {
    // Made new, so that an old file's permissions do not stay.
    Files.deleteIfExists(file);
    var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file));
    TracingLink link =
        new TracingLink(
            inner, new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)));
    link.line("# cardproof APDU trace 1");
    link.line("# reader " + inner.name().replaceAll("\\p{Cntrl}", " "));
    link.line("# atr " + inner.atr().toHex());
    return link;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the trace cannot be written any more
   */
  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    line("> " + HEX.formatHex(command));
    byte[] response = inner.transmit(command);
    line("< " + HEX.formatHex(response));
    return response;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Bytes atr() {
    return inner.atr();
  }

  @Override
  public int maxResponseBytes() {
    return inner.maxResponseBytes();
  }

  @Override
  public void close() {
    try {
      trace.close();
    } catch (IOException e) {
      // Every line is in the file already.
    } finally {
      inner.close();
    }
  }

  // Flushed line by line: a trace is wanted most when the rest went wrong.
  private void line(String text) {
    try {
      trace.write(text);
      trace.write('\n');
      trace.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the APDU trace cannot be written", e);
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
