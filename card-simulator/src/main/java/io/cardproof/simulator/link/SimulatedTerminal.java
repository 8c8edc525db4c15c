package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.VirtualCard;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/** A simulated reader: a card can be inserted and removed at any time, by any thread. */
public final class SimulatedTerminal extends CardTerminal {
  private static final long POLL_MILLIS = 20;

  private final String name;
  private @Nullable VirtualCard card;

  SimulatedTerminal(String name) {
    this.name = name;
  }

  /** Puts a card on the reader; nothing when {@code inserted} is null. */
  public synchronized void insert(@Nullable VirtualCard inserted) {
    card = inserted;
    if (inserted != null) {
      inserted.reset();
    }
  }

  /** Takes the card away. */
  public synchronized void remove() {
    card = null;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public synchronized boolean isCardPresent() {
    return card != null;
  }

  @Override
  public synchronized Card connect(String protocol) throws CardException {
    VirtualCard present = card;
    if (present == null) {
      throw new CardNotPresentException("No card present");
    }
    if (!protocol.equals("*") && !protocol.equalsIgnoreCase("T=1")) {
      throw new CardException("the card speaks T=1");
    }
    present.reset();
    return new SimulatedConnection(this, present);
  }

  @Override
  public boolean waitForCardPresent(long timeoutMillis) {
    return waitFor(true, timeoutMillis);
  }

  @Override
  public boolean waitForCardAbsent(long timeoutMillis) {
    return waitFor(false, timeoutMillis);
  }

  /** One command to the card that was connected, if it is still there. */
  synchronized byte[] transmit(VirtualCard connected, byte[] command) throws CardException {
    if (current().filter(c -> c == connected).isEmpty()) {
      throw new CardException("the card was removed");
    }
    try {
      byte[] answer = connected.transmit(command);
      if (answer.length == 0) {
        throw new CardException("the card does not answer");
      }
      return answer;
    } catch (CardRemovedException e) {
      card = null;
      throw new CardException("the card was removed", e);
    }
  }

  private Optional<VirtualCard> current() {
    return Optional.ofNullable(card);
  }

  private boolean waitFor(boolean present, long timeoutMillis) {
    long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
    while (isCardPresent() != present) {
      if (timeoutMillis > 0 && System.nanoTime() >= deadline) {
        return false;
      }
      pause(POLL_MILLIS);
    }
    return true;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
