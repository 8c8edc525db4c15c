package io.cardproof.simulator.chip;

import java.time.Duration;
import java.util.Optional;

/**
 * What comes between a chip and its answers: the hooks by which a card is broken, forged or odd.
 * For each command they are called in the order in which they stand here; each by default changes
 * nothing.
 *
 * <p>A command that the session refuses before it can be opened (a length that contradicts itself,
 * a wrong MAC) is answered without {@link #instead}, {@link #plain} and {@link #sealed}.
 */
public interface Interference {
  /** Leaves everything as it is. */
  Interference NONE = new Interference() {};

  /** The one that goes with one card: what keeps count gives each card a fresh one. */
  default Interference forCard() {
    return this;
  }

  /** The answer to give instead of carrying the command out; protected as any other. */
  default Optional<Answer> instead(Exchange exchange) {
    return Optional.empty();
  }

  /** The answer to give for the chip's own, before protection. */
  default Answer plain(Exchange exchange, Answer answer) {
    return answer;
  }

  /** How the answer to a protected command is protected. */
  default ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
    return answer;
  }

  /** What becomes of the chip once it has carried the command out. */
  default Fate fate(Exchange exchange) {
    return Fate.ANSWERS;
  }

  /** How much longer the answer takes. */
  default Duration delay(Exchange exchange) {
    return Duration.ZERO;
  }

  /** The bytes that go out, status word included. */
  default byte[] wire(Exchange exchange, byte[] response) {
    return response;
  }
}
