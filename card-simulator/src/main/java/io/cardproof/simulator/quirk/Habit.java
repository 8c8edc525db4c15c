package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refuses some commands and no others.
 *
 * @param refused which
 * @param statusWord how
 */
record Habit(Predicate<Exchange> refused, int statusWord) implements Interference {
  @Override
  public Optional<Answer> instead(Exchange exchange) {
    return refused.test(exchange) ? Optional.of(Answer.status(statusWord)) : Optional.empty();
  }
}
