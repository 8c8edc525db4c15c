package io.cardproof.simulator.link;

import java.security.Provider;
import java.util.List;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/** A security provider with one service: a factory of simulated readers. */
final class SimulatedProvider extends Provider {
  private static final long serialVersionUID = 1L;

  static final String TYPE = "PC/SC";

  SimulatedProvider(List<SimulatedTerminal> terminals) {
    super("CardproofSimulator", "1.0", "Simulated card readers");
    putService(new FactoryService(this, new Factory(terminals)));
  }

  /** Hands the factory out as it is; the JDK would make one by reflection. */
  private static final class FactoryService extends Service {
    private final Factory factory;

    FactoryService(Provider provider, Factory factory) {
      super(provider, "TerminalFactory", TYPE, Factory.class.getName(), null, null);
      this.factory = factory;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return factory;
    }
  }

  private static final class Factory extends TerminalFactorySpi {
    private final List<SimulatedTerminal> terminals;

    Factory(List<SimulatedTerminal> terminals) {
      this.terminals = terminals;
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new SimulatedTerminalList(terminals);
    }
  }
}
