package io.cardproof.simulator.chip;

import java.util.Optional;

/** What a run of PACE does to the counter of its password, TR-03110-2 §3.3 and TR-03110-3 §B.11. */
final class PasswordRun {
  private final PasswordKind kind;
  private final CardMemory memory;
  private final boolean resumed;

  /**
   * @param resumed whether PACE with the CAN stands, which lets a suspended PIN be tried
   */
  PasswordRun(PasswordKind kind, CardMemory memory, boolean resumed) {
    this.kind = kind;
    this.memory = memory;
    this.resumed = resumed;
  }

  PasswordKind kind() {
    return kind;
  }

  /** The answer to MSE:Set AT: 9000, or as a warning 63Cx with the tries that are left. */
  Answer announcement() {
    boolean warn =
        switch (kind) {
          case MRZ, CAN -> false;
          case PIN -> !memory.pin().isFull();
          case PUK -> memory.puk().isBlocked();
        };
    return warn ? Answer.status(counter().orElseThrow().statusWord()) : Answer.done();
  }

  /** 6983 if the password is blocked, 6985 if it is suspended and not resumed. */
  void checkUsable() throws Refusal {
    if (counter().filter(RetryCounter::isBlocked).isPresent()) {
      throw new Refusal(StatusWord.AUTHENTICATION_BLOCKED);
    }
    if (kind == PasswordKind.PIN && memory.pin().isSuspended() && !resumed) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
  }

  /** The password was wrong: 6300, or 63Cx where tries are counted. */
  Refusal failure() {
    Optional<RetryCounter> counted = counter();
    counted.ifPresent(RetryCounter::countDown);
    return new Refusal(
        counted.map(RetryCounter::statusWord).orElse(StatusWord.WARNING_AUTHENTICATION_FAILED));
  }

  /** The password was right. */
  void success() {
    if (kind == PasswordKind.PIN) {
      memory.pin().refill();
    }
  }

  private Optional<RetryCounter> counter() {
    return switch (kind) {
      case MRZ, CAN -> Optional.empty();
      case PIN -> Optional.of(memory.pin());
      case PUK -> Optional.of(memory.puk());
    };
  }
}
