package io.cardproof.simulator.junit;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.SimulatedTerminal;
import io.cardproof.simulator.link.SimulatedTerminals;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/** One document as one test has it: with one chip, in whatever the test wants it in. */
final class Bench implements AutoCloseable {
  private static final Set<Class<?>> TYPES =
      Set.of(
          SimulatedCard.class,
          VirtualCard.class,
          CardTerminal.class,
          SimulatedTerminal.class,
          CardTerminals.class,
          TerminalFactory.class,
          PcscReader.class);

  private final SimulatedCard card;
  private final VirtualCard chip;
  private final PcscSlots slots;
  private Optional<SimulatedTerminals> terminals = Optional.empty();
  private Optional<PcscReader> reader = Optional.empty();

  Bench(SimulatedCard card, PcscSlots slots) {
    this.card = card;
    this.chip = card.newChip();
    this.slots = slots;
  }

  static boolean offers(Class<?> type) {
    return TYPES.contains(type);
  }

  /** What a parameter of this type gets. */
  Object give(Class<?> type) throws CardException {
    if (type == SimulatedCard.class) {
      return card;
    }
    if (type == VirtualCard.class) {
      return chip;
    }
    if (type == PcscReader.class) {
      return reader();
    }
    if (type == TerminalFactory.class) {
      return terminals().factory();
    }
    return type == CardTerminals.class
        ? terminals().factory().terminals()
        : terminals().terminals().get(0);
  }

  /** Takes the card off the reader that is not this process's own. */
  @Override
  public void close() {
    reader.ifPresent(PcscReader::close);
  }

  private SimulatedTerminals terminals() {
    if (terminals.isEmpty()) {
      SimulatedTerminals made = SimulatedTerminals.named("Simulated reader");
      made.terminals().get(0).insert(chip);
      terminals = Optional.of(made);
    }
    return terminals.get();
  }

  private PcscReader reader() throws CardException {
    if (reader.isEmpty()) {
      reader = Optional.of(PcscReader.open(chip, slots));
    }
    return reader.get();
  }
}
