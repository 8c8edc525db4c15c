package io.cardproof.simulator.chip;

import java.time.Duration;

/** How time passes while a chip takes longer: a test lets a clock jump. */
@FunctionalInterface
public interface Pause {
  /** Returns when that time is over, or the thread was interrupted. */
  void last(Duration time);

  /** Real time. */
  static Pause sleeping() {
    return time -> {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
