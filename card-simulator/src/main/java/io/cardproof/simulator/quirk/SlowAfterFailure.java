package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import java.time.Duration;
import java.util.Optional;

/** Makes the terminal wait longer with every wrong key: one second for each until a right one. */
final class SlowAfterFailure implements Interference {
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int MOST_SECONDS = 10;

  private int failures;
  private int waiting;

  @Override
  public Interference forCard() {
    return new SlowAfterFailure();
  }

  @Override
  public Optional<Answer> instead(Exchange exchange) {
    waiting = opens(exchange) ? Math.min(failures, MOST_SECONDS) : 0;
    return Optional.empty();
  }

  @Override
  public Answer plain(Exchange exchange, Answer answer) {
    if (opens(exchange) && answer.statusWord() >> 8 == 0x63) {
      failures++;
    } else if (exchange.phase() != Phase.PLAIN) {
      failures = 0;
    }
    return answer;
  }

  @Override
  public Duration delay(Exchange exchange) {
    return Duration.ofSeconds(waiting);
  }

  private static boolean opens(Exchange exchange) {
    return exchange.phase() == Phase.PLAIN
        && (exchange.ins() == EXTERNAL_AUTHENTICATE || exchange.ins() == GENERAL_AUTHENTICATE);
  }
}
