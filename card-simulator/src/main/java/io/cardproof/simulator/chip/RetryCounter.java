package io.cardproof.simulator.chip;

/** How many wrong tries a secret number still bears; it survives a reset of the card. */
final class RetryCounter {
  private final int full;
  private int left;

  RetryCounter(int full, int left) {
    this.full = full;
    this.left = left;
  }

  int left() {
    return left;
  }

  boolean isFull() {
    return left >= full;
  }

  boolean isBlocked() {
    return left == 0;
  }

  /** Down to the last try, which a stranger must not be able to burn, TR-03110-2 §3.3. */
  boolean isSuspended() {
    return left == 1;
  }

  void countDown() {
    left = Math.max(0, left - 1);
  }

  void refill() {
    left = full;
  }

  /** 63Cx. */
  int statusWord() {
    return StatusWord.TRIES_LEFT | left;
  }
}
