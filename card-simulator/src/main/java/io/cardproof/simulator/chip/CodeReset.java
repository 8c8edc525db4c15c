package io.cardproof.simulator.chip;

/** RESET RETRY COUNTER, TR-03110-3 §B.14.4: the PUK unblocks the PIN, and changes nothing else. */
final class CodeReset {
  /** Without data, for the PIN. */
  private static final int UNBLOCK_PIN = 0x0303;

  private final AccessControl access;
  private final CardMemory memory;
  private final SessionState state;

  CodeReset(AccessControl access, CardMemory memory, SessionState state) {
    this.access = access;
    this.memory = memory;
    this.state = state;
  }

  Answer unblock(Command command) throws Refusal {
    if (access.pin().isEmpty() || access.puk().isEmpty()) {
      throw new Refusal(StatusWord.UNKNOWN_INSTRUCTION);
    }
    if (command.p1p2() != UNBLOCK_PIN) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
    if (command.data().length > 0) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (state.opening().filter(SessionState.Opening.PUK::equals).isEmpty()) {
      throw new Refusal(StatusWord.SECURITY_NOT_SATISFIED);
    }
    if (memory.puk().isBlocked()) {
      throw new Refusal(StatusWord.AUTHENTICATION_BLOCKED);
    }
    memory.puk().countDown();
    memory.pin().refill();
    return Answer.done();
  }
}
