package io.cardproof.simulator.junit;

import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.VpcdLink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * A reader of the real PC/SC service that holds the simulated card, through the driver vpcd: every
 * program of this machine sees it until the test has ended.
 */
public final class PcscReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PcscSlots slots;
  private final PcscSlots.Slot slot;
  private final CardTerminal terminal;
  private final VpcdLink link;

  private PcscReader(PcscSlots slots, PcscSlots.Slot slot, CardTerminal terminal, VpcdLink link) {
    this.slots = slots;
    this.slot = slot;
    this.terminal = terminal;
    this.link = link;
  }

  static PcscReader open(VirtualCard chip, PcscSlots slots) throws CardException {
    PcscSlots.Slot slot = slots.take();
    boolean opened = false;
    try {
      CardTerminal terminal =
          slot.terminal().orElseThrow(() -> new CardException("no reader " + slot.reader()));
      PcscReader reader = new PcscReader(slots, slot, terminal, connect(chip, slot));
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        slots.giveBack(slot);
      }
    }
  }

  /** The reader's name, such as {@code Virtual PCD 00 00}. */
  public String name() {
    return slot.reader();
  }

  /** The reader as the JDK's own {@code javax.smartcardio} sees it. */
  public CardTerminal terminal() {
    return terminal;
  }

  /** Takes the card off the reader. */
  public void remove() {
    link.eject();
  }

  /** Puts the card back. */
  public void insert() {
    link.insert();
  }

  /** Takes the card away for good; the extension does it after the test. */
  @Override
  public void close() {
    link.close();
    slots.giveBack(slot);
  }

  private static VpcdLink connect(VirtualCard chip, PcscSlots.Slot slot) throws CardException {
    try {
      VpcdLink link = VpcdLink.connect(slot.address(), chip);
      boolean powered = false;
      try {
        link.awaitPowered(PATIENCE);
        powered = true;
        return link;
      } finally {
        if (!powered) {
          link.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CardException("interrupted while the card was inserted", e);
    } catch (IOException | TimeoutException e) {
      throw new CardException(
          slot.reader() + " does not take the card: does another program hold one there?", e);
    }
  }
}
