package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.VirtualCard;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.smartcardio.TerminalFactory;

/**
 * Readers for {@code javax.smartcardio} that need no PC/SC: what takes a {@link TerminalFactory}
 * takes these. The provider is handed over with the factory and never registered.
 */
public final class SimulatedTerminals {
  private final List<SimulatedTerminal> terminals;

  private SimulatedTerminals(List<SimulatedTerminal> terminals) {
    this.terminals = List.copyOf(terminals);
  }

  /** Empty readers with these names. */
  public static SimulatedTerminals named(String... names) {
    return new SimulatedTerminals(List.of(names).stream().map(SimulatedTerminal::new).toList());
  }

  /** A factory whose readers hold these cards. */
  public static TerminalFactory factory(Map<String, VirtualCard> cardsByTerminalName) {
    Map<String, VirtualCard> cards = new LinkedHashMap<>(cardsByTerminalName);
    SimulatedTerminals terminals = named(cards.keySet().toArray(String[]::new));
    terminals.terminals.forEach(t -> t.insert(cards.get(t.getName())));
    return terminals.factory();
  }

  /** The readers, to insert and remove cards. */
  public List<SimulatedTerminal> terminals() {
    return terminals;
  }

  /** The factory that lists these readers. */
  public TerminalFactory factory() {
    try {
      return TerminalFactory.getInstance(
          SimulatedProvider.TYPE, null, new SimulatedProvider(terminals));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the provider has this type", e);
    }
  }
}
