package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.reader.CardLink;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** The link with a budget: counts, and ends the inspection when a limit is reached. */
final class MeteredPort implements ApduPort {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final CardLink link;
  private final Limits limits;
  private final CancelSignal cancel;
  private final ProgressListener progress;
  private final LongSupplier nanoTime;
  private final long start;
  private Step step = Step.CONNECT;
  private int apdus;
  private long bytesSent;
  private long bytesReceived;

  MeteredPort(
      CardLink link,
      Limits limits,
      CancelSignal cancel,
      ProgressListener progress,
      LongSupplier nanoTime) {
    this.link = link;
    this.limits = limits;
    this.cancel = cancel;
    this.progress = progress;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** Names the step that the next commands belong to. */
  void enter(Step next) {
    if (next != step) {
      step = next;
      progress.stepStarted(next);
    }
  }

  @Override
  public Step step() {
    return step;
  }

  @Override
  public byte[] exchange(byte[] command) throws CardUnavailableException, ProtocolException {
    requireBudget();
    apdus++;
    bytesSent += command.length;
    byte[] response = transmit(command);
    bytesReceived += response.length;
    return response;
  }

  int apdus() {
    return apdus;
  }

  long bytesSent() {
    return bytesSent;
  }

  long bytesReceived() {
    return bytesReceived;
  }

  long millis() {
    return (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
  }

  private byte[] transmit(byte[] command) throws CardUnavailableException {
    byte[] response;
    try {
      response = link.transmit(command);
    } catch (CardUnavailableException e) {
      // The link does not know how far the inspection is.
      throw new CardUnavailableException(e.code(), step, String.valueOf(e.getMessage()));
    }
    if (response.length < 2) {
      throw new CardUnavailableException(
          ErrorCode.CARD_REMOVED, step, "the card went away; present it again");
    }
    return response;
  }

  private void requireBudget() throws CardUnavailableException, ProtocolException {
    if (cancel.isCancelled()) {
      throw new CardUnavailableException(ErrorCode.CANCELLED, step, "cancelled");
    }
    if (millis() >= limits.time().toMillis()) {
      throw new CardUnavailableException(
          ErrorCode.TIMEOUT, step, "the card took too long; present it again");
    }
    if (apdus >= limits.apdus() || bytesSent + bytesReceived >= limits.bytes()) {
      throw new ProtocolException(
          ErrorCode.LIMIT_EXCEEDED,
          step,
          "the chip wants more commands or bytes than an inspection may cost",
          "ICAO 9303-10",
          OptionalInt.empty());
    }
  }
}
