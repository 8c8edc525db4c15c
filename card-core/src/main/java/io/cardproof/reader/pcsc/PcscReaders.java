package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.reader.CardLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * The readers of this machine, through PC/SC. Shared by threads, and made once for the life of the
 * application: a service that was restarted, a reader that was unplugged and a card that never
 * answered are found again by the next call.
 */
public final class PcscReaders {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final PcscContexts contexts;
  private final Duration answerLimit;

  private PcscReaders(PcscContexts contexts, Duration answerLimit) {
    this.contexts = contexts;
    this.answerLimit = answerLimit;
  }

  /**
   * The system's readers: through the JDK's provider, and through jnasmartcardio once the JDK's is
   * lost, for instance since the service was restarted. Sets the JDK's smart-card properties before
   * their first use: the PC/SC library where Debian keeps it, unless one is named, and no GET
   * RESPONSE of the JDK's own.
   *
   * @throws CardUnavailableException if the PC/SC service is not installed or not running
   */
  public static PcscReaders system() throws CardUnavailableException {
    return opened(PcscContexts.automatic());
  }

  /**
   * The system's readers through this provider and no other.
   *
   * @throws CardUnavailableException if the PC/SC service is not installed or not running
   */
  public static PcscReaders system(PcscProvider provider) throws CardUnavailableException {
    return opened(PcscContexts.of(provider));
  }

  /** The readers of another provider of {@code javax.smartcardio}. */
  public static PcscReaders of(TerminalFactory factory) {
    return new PcscReaders(PcscContexts.of(factory), ANSWER_LIMIT);
  }

  /**
   * Waits for a card in any reader of the system.
   *
   * @throws CardUnavailableException if there is no service, no reader, or no card in time
   */
  public static CardLink waitForCard(Duration timeout) throws CardUnavailableException {
    return system().waitForCard(Optional.empty(), timeout);
  }

  /** The same readers, which are given up when they leave a call unanswered for {@code limit}. */
  public PcscReaders answeringWithin(Duration limit) {
    return new PcscReaders(contexts, limit);
  }

  /** The provider in use; none if the application brought its own. */
  public Optional<PcscProvider> provider() {
    return contexts.provider();
  }

  /** Whether a restart of the PC/SC service is survived. */
  public boolean survivesRestart() {
    return contexts.recovers();
  }

  /**
   * The readers that are attached, in the system's order; none is an empty list.
   *
   * @throws CardUnavailableException if the service has gone
   */
  public List<Reader> readers() throws CardUnavailableException {
    return contexts.use(PcscReaders::list);
  }

  /**
   * Waits for a card and connects to it. A service, reader or card that goes away while this waits
   * may come back until the time is over, and so may a card that another program holds.
   *
   * @param readerName the reader to watch; any reader if empty
   * @param timeout how long to wait for the card; readers have to be there from the start
   * @throws CardUnavailableException if there is no service, no such reader, or no card in time, or
   *     another program holds it
   */
  public CardLink waitForCard(Optional<String> readerName, Duration timeout)
      throws CardUnavailableException {
    try (CardSearch search = new CardSearch(contexts, readerName, answerLimit)) {
      return new CardWait(timeout, survivesRestart()).until(search::attempt);
    }
  }

  /**
   * Tells {@code listener} what happens at the readers, from a thread of its own, until the watch
   * is closed. What is there already is told first.
   */
  public ReaderWatch watch(Consumer<ReaderEvent> listener) {
    return ReaderWatch.start(this, listener);
  }

  private static PcscReaders opened(PcscContexts contexts) throws CardUnavailableException {
    contexts.current();
    return new PcscReaders(contexts, ANSWER_LIMIT);
  }

  private static List<Reader> list(CardTerminals context) throws CardUnavailableException {
    try {
      List<CardTerminal> all = context.list();
      if (all.isEmpty()) {
        return List.of();
      }
      // Asked in this way, a card that another program holds counts, and no card is touched.
      List<String> present =
          context.list(CardTerminals.State.CARD_PRESENT).stream()
              .map(CardTerminal::getName)
              .toList();
      return all.stream()
          .map(terminal -> new Reader(terminal.getName(), present.contains(terminal.getName())))
          .collect(Collectors.toUnmodifiableList());
    } catch (CardException e) {
      CardUnavailableException unavailable = PcscErrors.of(e);
      if (unavailable.code() == ErrorCode.NO_READER) {
        return List.of();
      }
      throw unavailable;
    }
  }
}
