package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.CardLink;
import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;

/** One search for a card, in as many tries as it takes; the card that is found takes its thread. */
final class CardSearch implements AutoCloseable {
  private final PcscContexts contexts;
  private final Optional<String> readerName;
  private final Duration answerLimit;
  private @Nullable CardThread thread;

  /** What a try has brought. Only its own thread looks at it. */
  private static final class Catch {
    private @Nullable PcscLink link;

    void letGo() {
      if (link != null) {
        link.letGo();
      }
    }
  }

  CardSearch(PcscContexts contexts, Optional<String> readerName, Duration answerLimit) {
    this.contexts = contexts;
    this.readerName = readerName;
    this.answerLimit = answerLimit;
  }

  /**
   * Connects to the card that is there now.
   *
   * @throws CardUnavailableException if there is no reader or card, or another program holds it:
   *     PC/SC then may let a call wait, and the try is given up
   */
  CardLink attempt() throws CardUnavailableException {
    return contexts.use(this::attempt);
  }

  /** Ends the thread unless a card has it. */
  @Override
  public void close() {
    if (thread != null) {
      thread.end();
    }
  }

  private CardLink attempt(CardTerminals context) throws CardUnavailableException {
    CardThread mine = thread == null ? new CardThread(answerLimit) : thread;
    thread = mine;
    Catch caught = new Catch();
    try {
      CardLink link =
          mine.call(
              () -> {
                PcscLink found = connect(context, mine);
                caught.link = found;
                return found;
              },
              () -> giveUp(context, mine, caught));
      thread = null;
      return link;
    } catch (CardException e) {
      throw PcscErrors.of(e);
    }
  }

  /** The call is still out: what it brings is let go, and nobody else waits behind it. */
  private CardUnavailableException giveUp(CardTerminals context, CardThread stuck, Catch caught) {
    thread = null;
    stuck.end(caught::letGo);
    contexts.lose(context);
    return PcscErrors.busy();
  }

  private PcscLink connect(CardTerminals context, CardThread mine)
      throws CardException, CardUnavailableException {
    requireReader(context.list());
    for (CardTerminal terminal : context.list(CardTerminals.State.CARD_PRESENT)) {
      if (isWanted(terminal)) {
        return new PcscLink(terminal.getName(), terminal.connect("*"), contexts, context, mine);
      }
    }
    throw PcscErrors.noCard();
  }

  private void requireReader(Iterable<CardTerminal> readers) throws CardUnavailableException {
    for (CardTerminal reader : readers) {
      if (isWanted(reader)) {
        return;
      }
    }
    throw readerName.isPresent() ? PcscErrors.noReader(readerName.get()) : PcscErrors.noReader();
  }

  private boolean isWanted(CardTerminal reader) {
    return readerName.isEmpty() || reader.getName().equals(readerName.get());
  }
}
