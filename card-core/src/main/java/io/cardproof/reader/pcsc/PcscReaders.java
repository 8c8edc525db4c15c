package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.reader.CardLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The readers of this machine, through PC/SC. Shared by threads. */
public final class PcscReaders {
  private static final long POLL_MILLIS = 50;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final TerminalFactory factory;

  private PcscReaders(TerminalFactory factory) {
    this.factory = factory;
  }

  /**
   * The system's readers. Sets the JDK's smart-card properties before their first use: the PC/SC
   * library where Debian keeps it, unless one is named, and no GET RESPONSE of the JDK's own.
   *
   * @throws CardUnavailableException if the PC/SC service is not installed or not running
   */
  public static PcscReaders system() throws CardUnavailableException {
    return new PcscReaders(PcscPlatform.factory());
  }

  /** The readers of another provider of {@code javax.smartcardio}. */
  public static PcscReaders of(TerminalFactory factory) {
    return new PcscReaders(factory);
  }

  /**
   * Waits for a card in any reader of the system.
   *
   * @throws CardUnavailableException if there is no service, no reader, or no card in time
   */
  public static CardLink waitForCard(Duration timeout) throws CardUnavailableException {
    return system().waitForCard(Optional.empty(), timeout);
  }

  /**
   * The readers that are attached, in the system's order; none is an empty list.
   *
   * @throws CardUnavailableException if the service has gone
   */
  public List<Reader> readers() throws CardUnavailableException {
    List<Reader> readers = new ArrayList<>();
    for (CardTerminal terminal : terminals()) {
      readers.add(new Reader(terminal.getName(), isCardPresent(terminal)));
    }
    return List.copyOf(readers);
  }

  /**
   * Waits for a card and connects to it.
   *
   * @param readerName the reader to watch; any reader if empty
   * @param timeout how long to wait for the card; readers have to be there from the start
   * @throws CardUnavailableException if there is no service, no such reader, or no card in time
   */
  public CardLink waitForCard(Optional<String> readerName, Duration timeout)
      throws CardUnavailableException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      for (CardTerminal terminal : candidates(readerName)) {
        if (isCardPresent(terminal)) {
          return connect(terminal);
        }
      }
      if (System.nanoTime() - deadline >= 0) {
        throw PcscErrors.noCard();
      }
      pause(deadline);
    }
  }

  /**
   * Tells {@code listener} what happens at the readers, from a thread of its own, until the watch
   * is closed. What is there already is told first.
   */
  public ReaderWatch watch(Consumer<ReaderEvent> listener) {
    return ReaderWatch.start(this, listener);
  }

  private List<CardTerminal> candidates(Optional<String> readerName)
      throws CardUnavailableException {
    List<CardTerminal> terminals = terminals();
    if (readerName.isEmpty()) {
      if (terminals.isEmpty()) {
        throw PcscErrors.noReader();
      }
      return terminals;
    }
    List<CardTerminal> named =
        terminals.stream().filter(terminal -> terminal.getName().equals(readerName.get())).toList();
    if (named.isEmpty()) {
      throw PcscErrors.noReader(readerName.get());
    }
    return named;
  }

  private List<CardTerminal> terminals() throws CardUnavailableException {
    try {
      return factory.terminals().list();
    } catch (CardException e) {
      CardUnavailableException unavailable = PcscErrors.of(e);
      if (unavailable.code() == ErrorCode.NO_READER) {
        return List.of();
      }
      throw unavailable;
    }
  }

  private static boolean isCardPresent(CardTerminal terminal) {
    try {
      return terminal.isCardPresent();
    } catch (CardException e) {
      // The reader was unplugged between listing and asking.
      return false;
    }
  }

  private static CardLink connect(CardTerminal terminal) throws CardUnavailableException {
    try {
      return new PcscLink(terminal.getName(), terminal.connect("*"));
    } catch (CardException e) {
      throw PcscErrors.of(e);
    }
  }

  private static void pause(long deadline) throws CardUnavailableException {
    long left = Math.max(0, (deadline - System.nanoTime()) / NANOS_PER_MILLI);
    try {
      Thread.sleep(Math.min(POLL_MILLIS, left + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PcscErrors.noCard();
    }
  }
}
