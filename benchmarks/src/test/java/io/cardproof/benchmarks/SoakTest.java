package io.cardproof.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.simulator.link.SimulatedTerminals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A soak of a few cards: it comes to its end, and leaves no thread behind. */
class SoakTest {
  private static final int CARDS = 8;

  @Test
  void eachCardHasTwoOutcomes() throws Exception {
    SimulatedTerminals terminals = SimulatedTerminals.named("soak");
    PcscReaders readers = PcscReaders.of(terminals.factory());
    List<String> outcomes = new ArrayList<>();
    for (long seed = 1; seed <= CARDS; seed++) {
      outcomes.addAll(new SoakRound(seed, readers, terminals.terminals().get(0)).outcomes());
    }
    assertEquals(2 * CARDS, outcomes.size());
    assertFalse(outcomes.contains("no-card"), outcomes.toString());
    for (Thread thread : cardThreads()) {
      thread.join(30_000);
      assertFalse(thread.isAlive(), "a thread of a card that was let go");
    }
  }

  private static List<Thread> cardThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("cardproof-card"))
        .toList();
  }
}
