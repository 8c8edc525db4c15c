package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/**
 * The thread in which all calls about one card are made: PC/SC has no time limit, and a hold on a
 * card belongs to a thread. Whoever calls waits no longer than the limit; a call that is given up
 * ends when the reader answers, and the thread with it.
 */
final class CardThread {
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          runnable -> {
            Thread thread = new Thread(runnable, "cardproof-card");
            thread.setDaemon(true);
            return thread;
          });
  private final Duration limit;

  CardThread(Duration limit) {
    this.limit = limit;
  }

  /**
   * Makes one call.
   *
   * @param late what to throw when it does not come back in time
   */
  <T> T call(Callable<T> call, Supplier<CardUnavailableException> late)
      throws CardException, CardUnavailableException {
    Future<T> answer = executor.submit(call);
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PcscErrors.cancelled();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Has {@code last} done after all else, whenever that is, and ends. */
  void end(Runnable last) {
    executor.execute(last);
    executor.shutdown();
  }

  /** Ends after all else, whenever that is. */
  void end() {
    executor.shutdown();
  }

  private static CardException failure(@Nullable Throwable cause) throws CardUnavailableException {
    if (cause instanceof CardException failed) {
      return failed;
    }
    if (cause instanceof CardUnavailableException unavailable) {
      throw unavailable;
    }
    if (cause instanceof RuntimeException mistake) {
      throw mistake;
    }
    throw new IllegalStateException("a call to PC/SC ended in an error", cause);
  }
}
