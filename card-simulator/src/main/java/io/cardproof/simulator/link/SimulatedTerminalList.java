package io.cardproof.simulator.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The list of simulated readers, with the JDK's meaning of change: since the last wait. */
final class SimulatedTerminalList extends CardTerminals {
  private static final long POLL_MILLIS = 20;

  private final List<SimulatedTerminal> terminals;
  private final Map<String, Boolean> seen = new HashMap<>();

  SimulatedTerminalList(List<SimulatedTerminal> terminals) {
    this.terminals = terminals;
  }

  @Override
  public synchronized List<CardTerminal> list(State state) {
    return terminals.stream().filter(t -> matches(t, state)).map(CardTerminal.class::cast).toList();
  }

  @Override
  public synchronized boolean waitForChange(long timeoutMillis) {
    if (seen.isEmpty()) {
      terminals.forEach(t -> seen.put(t.getName(), t.isCardPresent()));
    }
    long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
    while (!changed()) {
      if (timeoutMillis > 0 && System.nanoTime() >= deadline) {
        return false;
      }
      SimulatedTerminal.pause(POLL_MILLIS);
    }
    return true;
  }

  private boolean changed() {
    boolean any = false;
    for (SimulatedTerminal terminal : terminals) {
      boolean present = terminal.isCardPresent();
      any |= !Boolean.valueOf(present).equals(seen.put(terminal.getName(), present));
    }
    return any;
  }

  private boolean matches(SimulatedTerminal terminal, State state) {
    return switch (state) {
      case ALL -> true;
      case CARD_PRESENT -> terminal.isCardPresent();
      case CARD_ABSENT -> !terminal.isCardPresent();
      case CARD_INSERTION ->
          terminal.isCardPresent() && !seen.getOrDefault(terminal.getName(), false);
      case CARD_REMOVAL ->
          !terminal.isCardPresent() && seen.getOrDefault(terminal.getName(), false);
    };
  }
}
