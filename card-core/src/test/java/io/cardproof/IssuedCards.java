package io.cardproof;

import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cards that many tests share. Each is issued once: an RSA key for it may take seconds. A card does
 * not change, and every chip that it gives out is a new one.
 */
public final class IssuedCards {
  private static final Map<String, SimulatedCard> ISSUED = new ConcurrentHashMap<>();

  private IssuedCards() {}

  /** How a card is issued that no persona's name says. */
  public interface Order {
    SimulatedCard issue() throws IOException;
  }

  /** A card of today. */
  public static SimulatedCard of(long seed, String persona, String... faults) {
    return at(Clock.systemUTC(), seed, persona, faults);
  }

  /** A card whose dates follow {@code clock}. */
  public static SimulatedCard at(Clock clock, long seed, String persona, String... faults) {
    return once(
        clock + " " + seed + " " + persona + " " + List.of(faults),
        () -> {
          SimulatedCard.Builder builder =
              SimulatedCard.builder().persona(persona).seed(seed).clock(clock);
          for (String fault : faults) {
            builder.fault(fault);
          }
          return builder.build();
        });
  }

  /** The card of an order that has this name among all of them. */
  public static SimulatedCard once(String order, Order card) {
    return ISSUED.computeIfAbsent(
        order,
        unknown -> {
          try {
            return card.issue();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
