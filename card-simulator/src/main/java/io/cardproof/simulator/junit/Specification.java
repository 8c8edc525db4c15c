package io.cardproof.simulator.junit;

import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What an annotation asks for. Equal ones are served by the same document. */
record Specification(String persona, List<String> faults, long seed, String clock) {

  static Specification of(SimulatedDocument annotation) {
    return new Specification(
        annotation.persona(), List.of(annotation.faults()), annotation.seed(), annotation.clock());
  }

  /**
   * Makes the document.
   *
   * @throws IllegalArgumentException if there is none such; the message says what there is
   */
  SimulatedCard issue() {
    SimulatedCard.Builder builder = SimulatedCard.builder().seed(seed).clock(instant());
    if (!persona.isEmpty()) {
      builder.persona(persona);
    }
    faults.forEach(builder::fault);
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Clock instant() {
    try {
      return clock.isEmpty()
          ? Clock.systemUTC()
          : Clock.fixed(Instant.parse(clock), ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the clock " + clock + " is no instant such as 2026-11-23T00:00:00Z", e);
    }
  }
}
