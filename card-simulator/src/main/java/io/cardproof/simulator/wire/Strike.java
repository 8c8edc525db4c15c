package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Fate;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A fault at one card: lets the damage through where it is aimed, and counts. */
final class Strike implements Interference {
  private final DamageKind kind;
  private final Setting setting;
  private final Aim aim;
  private final long seed;
  private final Random random;
  private final Interference damage;
  private int decided;
  private boolean struck;
  private int strikes;

  Strike(DamageKind kind, Setting setting, Aim aim, long seed) {
    this.kind = kind;
    this.setting = setting;
    this.aim = aim;
    this.seed = seed;
    this.random = new Random(seed);
    this.damage = kind.damage(setting, random);
  }

  @Override
  public Interference forCard() {
    return new Strike(kind, setting, aim, seed);
  }

  @Override
  public Optional<Answer> instead(Exchange exchange) {
    return at(exchange).instead(exchange);
  }

  @Override
  public Answer plain(Exchange exchange, Answer answer) {
    return at(exchange).plain(exchange, answer);
  }

  @Override
  public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
    return at(exchange).sealed(exchange, answer);
  }

  @Override
  public Fate fate(Exchange exchange) {
    return at(exchange).fate(exchange);
  }

  @Override
  public Duration delay(Exchange exchange) {
    return at(exchange).delay(exchange);
  }

  @Override
  public byte[] wire(Exchange exchange, byte[] response) {
    return at(exchange).wire(exchange, response);
  }

  private Interference at(Exchange exchange) {
    return strikes(exchange) ? damage : NONE;
  }

  /** Decides once for each command. */
  private boolean strikes(Exchange exchange) {
    if (exchange.number() != decided) {
      decided = exchange.number();
      struck = isMet(exchange);
      strikes += struck ? 1 : 0;
    }
    return struck;
  }

  private boolean isMet(Exchange exchange) {
    return strikes < aim.times()
        && aim.meets().test(exchange)
        && (exchange.isProtected() || !kind.isOfProtection())
        && (aim.chance() >= 1 || random.nextDouble() < aim.chance());
  }
}
