package io.cardproof.simulator.junit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The two readers of the driver vpcd. Tests that run at once wait for each other. */
final class PcscSlots {
  private static final int FIRST_PORT = 35963;
  private static final long PATIENCE_SECONDS = 120;

  private final BlockingQueue<Slot> free =
      new ArrayBlockingQueue<>(2, true, List.of(new Slot(0), new Slot(1)));

  /** One reader. */
  record Slot(int number) {
    /** What PC/SC calls it. */
    String reader() {
      return "Virtual PCD 00 0" + number;
    }

    /** Where its driver listens. */
    InetSocketAddress address() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), FIRST_PORT + number);
    }

    /** The reader as the JDK sees it, if the service is up and has the driver. */
    Optional<CardTerminal> terminal() {
      try {
        return Optional.ofNullable(TerminalFactory.getDefault().terminals().getTerminal(reader()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /** Whether there is a PC/SC service with these readers. */
  static boolean available() {
    return new Slot(0).terminal().isPresent();
  }

  Slot take() throws CardException {
    try {
      Slot slot = free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (slot == null) {
        throw new CardException("both virtual readers are taken: a test can have two at once");
      }
      return slot;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CardException("interrupted while waiting for a virtual reader", e);
    }
  }

  void giveBack(Slot slot) {
    free.add(slot);
  }
}
