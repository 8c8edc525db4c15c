package io.cardproof.simulator.chip;

import java.time.Duration;
import java.util.Optional;

/** Two interferences, the second behind the first. */
final class Chained implements Interference {
  private final Interference first;
  private final Interference second;

  Chained(Interference first, Interference second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public Interference forCard() {
    return new Chained(first.forCard(), second.forCard());
  }

  @Override
  public Optional<Answer> instead(Exchange exchange) {
    Optional<Answer> given = first.instead(exchange);
    return given.isPresent() ? given : second.instead(exchange);
  }

  @Override
  public Answer plain(Exchange exchange, Answer answer) {
    return second.plain(exchange, first.plain(exchange, answer));
  }

  @Override
  public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
    return second.sealed(exchange, first.sealed(exchange, answer));
  }

  @Override
  public Fate fate(Exchange exchange) {
    Fate fate = first.fate(exchange);
    return fate == Fate.ANSWERS ? second.fate(exchange) : fate;
  }

  @Override
  public Duration delay(Exchange exchange) {
    return first.delay(exchange).plus(second.delay(exchange));
  }

  @Override
  public byte[] wire(Exchange exchange, byte[] response) {
    return second.wire(exchange, first.wire(exchange, response));
  }
}
