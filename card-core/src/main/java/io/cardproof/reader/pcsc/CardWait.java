package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.reader.CardLink;
import java.time.Duration;
import java.util.Set;

/** Tries for a card again and again, as long as what is missing may still come. */
final class CardWait {
  private static final long POLL_MILLIS = 50;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What passes by itself, or when a person puts the card on the reader. */
  private static final Set<ErrorCode> MAY_COME =
      Set.of(ErrorCode.NO_CARD, ErrorCode.CARD_REMOVED, ErrorCode.CARD_BUSY);

  /** What has to be there when the waiting begins; later it may come back. */
  private static final Set<ErrorCode> MAY_COME_BACK =
      Set.of(ErrorCode.NO_READER, ErrorCode.NO_SERVICE);

  private final long deadline;
  private final boolean serviceComesBack;
  private boolean begun;

  /** A try. */
  @FunctionalInterface
  interface Attempt {
    CardLink make() throws CardUnavailableException;
  }

  CardWait(Duration timeout, boolean serviceComesBack) {
    this.deadline = System.nanoTime() + timeout.toNanos();
    this.serviceComesBack = serviceComesBack;
  }

  CardLink until(Attempt attempt) throws CardUnavailableException {
    while (true) {
      try {
        return attempt.make();
      } catch (CardUnavailableException e) {
        if (!isPassing(e.code()) || System.nanoTime() - deadline >= 0) {
          throw e;
        }
      }
      begun = true;
      pause();
    }
  }

  private boolean isPassing(ErrorCode missing) {
    if (missing == ErrorCode.NO_SERVICE && !serviceComesBack) {
      return false;
    }
    return MAY_COME.contains(missing) || (begun && MAY_COME_BACK.contains(missing));
  }

  private void pause() throws CardUnavailableException {
    long left = Math.max(0, (deadline - System.nanoTime()) / NANOS_PER_MILLI);
    try {
      Thread.sleep(Math.min(POLL_MILLIS, left + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PcscErrors.cancelled();
    }
  }
}
