package io.cardproof.reader.trace;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.MalformedInputException;
import io.cardproof.error.Step;
import io.cardproof.reader.CardLink;
import io.cardproof.terminal.CvAlgorithm;
import io.cardproof.terminal.CvPublicKey;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Gives an inspection everything again that a trace holds, strictly in order. What is asked for and
 * is not what comes next in the trace ends it: the card is gone, and {@link #requireWhole} says at
 * which exchange. For one inspection.
 */
public final class TraceReplay {
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final String ANOTHER = "the command is not the recorded one";
  private static final String OVER = "the trace ends before this command";
  private static final String MORE = "the trace goes on where the inspection ends";
  private static final String DRAWN = "something else is drawn than was recorded";

  private final Trace trace;
  private final CardLink link = new ReplayedLink();
  private int next;
  private int exchange;
  private long millis;
  private Optional<String> difference = Optional.empty();

  /** Replays {@code trace} from its beginning. */
  public TraceReplay(Trace trace) {
    this.trace = trace;
  }

  /** The card as it was. Closing it does nothing. */
  public CardLink link() {
    return link;
  }

  /** Fills {@code bytes} with what was drawn from the source of randomness. */
  public void draw(byte[] bytes) {
    Bytes drawn = drawn(TraceEvent.Source.RANDOM);
    if (drawn.length() == bytes.length) {
      System.arraycopy(drawn.toByteArray(), 0, bytes, 0, bytes.length);
    } else {
      // Nobody can be told here; the next command, or the end, says it.
      differ(DRAWN);
      Arrays.fill(bytes, (byte) 1);
    }
  }

  /** The terminal's key, as far as it was asked. */
  public TerminalKey key() {
    return new ReplayedKey();
  }

  /** The instant of the head. */
  public Clock clock() {
    return Clock.fixed(trace.head().now(), ZoneOffset.UTC);
  }

  /** The time of the last answer. */
  public LongSupplier nanoTime() {
    return () -> millis * NANOS_PER_MILLI;
  }

  /**
   * To be asked at the end.
   *
   * @throws MalformedInputException if something was asked for that the trace does not hold, or it
   *     holds more; the place is the number of the exchange
   */
  public void requireWhole() throws MalformedInputException {
    if (difference.isEmpty() && next < trace.events().size()) {
      exchange++;
      difference = Optional.of(MORE);
    }
    if (difference.isPresent()) {
      throw new MalformedInputException(trace.source(), place(), difference.get());
    }
  }

  private byte[] answer(byte[] command) throws CardUnavailableException {
    exchange++;
    requireSame(peek().isPresent(), OVER);
    TraceEvent event = trace.events().get(next++);
    if (event instanceof TraceEvent.Exchange recorded) {
      requireSame(recorded.command().equals(Bytes.of(command)), ANOTHER);
      millis = recorded.millis();
      return recorded.response().toByteArray();
    }
    if (event instanceof TraceEvent.Silence recorded) {
      requireSame(recorded.command().equals(Bytes.of(command)), ANOTHER);
      millis = recorded.millis();
      throw new CardUnavailableException(recorded.code(), Step.CONNECT, "as recorded");
    }
    differ(DRAWN);
    throw differs();
  }

  private void requireSame(boolean same, String otherwise) throws CardUnavailableException {
    if (!same) {
      differ(otherwise);
    }
    if (difference.isPresent()) {
      throw differs();
    }
  }

  private Bytes drawn(TraceEvent.Source source) {
    Optional<TraceEvent> event = peek();
    if (event.isPresent()
        && event.get() instanceof TraceEvent.Drawn drawn
        && drawn.source() == source) {
      next++;
      return drawn.bytes();
    }
    differ(DRAWN);
    return Bytes.empty();
  }

  private Optional<TraceEvent> peek() {
    return next < trace.events().size() ? Optional.of(trace.events().get(next)) : Optional.empty();
  }

  private void differ(String how) {
    if (difference.isEmpty()) {
      difference = Optional.of(how);
    }
  }

  private CardUnavailableException differs() {
    return new CardUnavailableException(
        ErrorCode.CARD_REMOVED, Step.CONNECT, place() + ": " + difference.orElse(ANOTHER));
  }

  private String place() {
    return "exchange " + exchange;
  }

  private final class ReplayedLink implements CardLink {
    @Override
    public byte[] transmit(byte[] command) throws CardUnavailableException {
      return answer(command);
    }

    @Override
    public String name() {
      return trace.head().reader();
    }

    @Override
    public Bytes atr() {
      return trace.head().atr();
    }

    @Override
    public int maxResponseBytes() {
      return trace.head().maxResponseBytes();
    }

    @Override
    public void close() {
      // There is nothing to let go.
    }
  }

  private final class ReplayedKey implements TerminalKey {
    @Override
    public boolean fits(CvPublicKey publicKey) {
      return drawn(TraceEvent.Source.FIT).equals(Bytes.of((byte) 1));
    }

    @Override
    public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
      Optional<TraceEvent> event = peek();
      if (event.isPresent()
          && event.get() instanceof TraceEvent.Drawn drawn
          && drawn.source() == TraceEvent.Source.REFUSAL) {
        next++;
        throw new TerminalKeyException(
            new String(drawn.bytes().toByteArray(), StandardCharsets.UTF_8));
      }
      return drawn(TraceEvent.Source.SIGNATURE);
    }
  }
}
