package io.cardproof.reader.trace;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.CardLink;
import io.cardproof.terminal.CvAlgorithm;
import io.cardproof.terminal.CvPublicKey;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * Stands between an inspection and everything outside, and writes down what passes. One inspection
 * has one recorder. Its members throw {@link UncheckedIOException} if the file cannot be written
 * any more.
 */
public final class TraceRecorder implements AutoCloseable {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final TraceHead head;
  private final TraceFile file;
  private final LongSupplier nanoTime;
  private final long start;
  private long millis;

  private TraceRecorder(TraceHead head, TraceFile file, LongSupplier nanoTime) {
    this.head = head;
    this.file = file;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Begins a trace in {@code file}, which replaces what is there; its owner alone may read it,
   * where the file system knows owners.
   *
   * @param nanoTime a clock that only runs forward
   * @throws IOException if the file cannot be written
   */
  public static TraceRecorder create(Path file, TraceHead head, LongSupplier nanoTime)
      throws IOException {
    return new TraceRecorder(head, TraceFile.create(file, head), nanoTime);
  }

  /** The card, recorded. Closing it does nothing. */
  public CardLink link(CardLink card) {
    return new RecordedLink(card);
  }

  /** Keeps what was drawn from the source of randomness; the array stays the caller's. */
  public void drawn(byte[] bytes) {
    file.write(new TraceEvent.Drawn(TraceEvent.Source.RANDOM, Bytes.of(bytes)));
  }

  /** The terminal's key, recorded by what it answers; the key itself does not reach the file. */
  public TerminalKey key(TerminalKey key) {
    return new RecordedKey(key);
  }

  /** The instant of the head, for as long as the inspection takes. */
  public Clock clock() {
    return Clock.fixed(head.now(), ZoneOffset.UTC);
  }

  /** The time of the last answer: what is between two answers is not in the file. */
  public LongSupplier nanoTime() {
    return () -> millis * NANOS_PER_MILLI;
  }

  @Override
  public void close() {
    file.close();
  }

  private long tick() {
    millis = Math.max(millis, (nanoTime.getAsLong() - start) / NANOS_PER_MILLI);
    return millis;
  }

  private final class RecordedLink implements CardLink {
    private final CardLink card;

    RecordedLink(CardLink card) {
      this.card = card;
    }

    @Override
    public byte[] transmit(byte[] command) throws CardUnavailableException {
      Bytes asked = Bytes.of(command);
      try {
        byte[] response = card.transmit(command);
        file.write(new TraceEvent.Exchange(asked, Bytes.of(response), tick()));
        return response;
      } catch (CardUnavailableException e) {
        file.write(new TraceEvent.Silence(asked, e.code(), tick()));
        throw e;
      }
    }

    @Override
    public String name() {
      return head.reader();
    }

    @Override
    public Bytes atr() {
      return head.atr();
    }

    @Override
    public int maxResponseBytes() {
      return head.maxResponseBytes();
    }

    @Override
    public void close() {
      // The card is the caller's.
    }
  }

  private final class RecordedKey implements TerminalKey {
    private final TerminalKey key;

    RecordedKey(TerminalKey key) {
      this.key = key;
    }

    @Override
    public boolean fits(CvPublicKey publicKey) {
      boolean fits = key.fits(publicKey);
      file.write(new TraceEvent.Drawn(TraceEvent.Source.FIT, Bytes.of((byte) (fits ? 1 : 0))));
      return fits;
    }

    @Override
    public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
      try {
        Bytes signature = key.sign(algorithm, data);
        file.write(new TraceEvent.Drawn(TraceEvent.Source.SIGNATURE, signature));
        return signature;
      } catch (TerminalKeyException e) {
        byte[] why = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
        file.write(new TraceEvent.Drawn(TraceEvent.Source.REFUSAL, Bytes.of(why)));
        throw e;
      }
    }
  }
}
