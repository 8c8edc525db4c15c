package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;

/** A card in a PC/SC reader, held exclusively from the first command on where that is possible. */
final class PcscLink implements CardLink {
  /** Both providers' receive buffer: a longer answer fails after the card has done the command. */
  private static final int RECEIVE_BUFFER = 8_192;

  private final String name;
  private final Card card;
  private final PcscContexts contexts;
  private final CardTerminals context;
  private final CardThread thread;
  private boolean ended;
  private boolean asked;
  private volatile boolean held;

  PcscLink(
      String name, Card card, PcscContexts contexts, CardTerminals context, CardThread thread) {
    this.name = name;
    this.card = card;
    this.contexts = contexts;
    this.context = context;
    this.thread = thread;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    if (ended) {
      throw PcscErrors.removed();
    }
    holdExclusively();
    try {
      return call(() -> send(command), PcscErrors::late);
    } catch (CardException e) {
      throw lost(PcscErrors.of(e));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Bytes atr() {
    return Bytes.of(card.getATR().getBytes());
  }

  @Override
  public int maxResponseBytes() {
    return RECEIVE_BUFFER;
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      thread.call(this::letGo, PcscErrors::late);
    } catch (CardException | CardUnavailableException e) {
      // It is let go as soon as the reader answers.
    } finally {
      thread.end();
    }
  }

  // Where another program has a transaction, PC/SC waits until that one is over.
  private void holdExclusively() throws CardUnavailableException {
    if (asked) {
      return;
    }
    asked = true;
    try {
      call(this::beginExclusive, PcscErrors::busy);
    } catch (CardException e) {
      // Then it is shared, and another program's command can only break the channel.
    }
  }

  private boolean beginExclusive() throws CardException {
    try {
      card.beginExclusive();
      held = true;
    } catch (IllegalStateException e) {
      // The card is gone, as the first command will say.
    }
    return held;
  }

  private byte[] send(byte[] command) throws CardException, CardUnavailableException {
    try {
      return card.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The providers say so when the driver returns an empty answer, or when the card is closed.
      throw PcscErrors.removed();
    }
  }

  private <T> T call(Callable<T> call, Supplier<CardUnavailableException> late)
      throws CardException, CardUnavailableException {
    try {
      return thread.call(call, late);
    } catch (CardUnavailableException e) {
      if (e.code() != ErrorCode.CARD_REMOVED) {
        giveUp();
      }
      throw e;
    }
  }

  /** A call is still out: the card is let go after it, and nobody else waits behind it. */
  private void giveUp() {
    ended = true;
    contexts.lose(context);
    thread.end(this::letGo);
  }

  private CardUnavailableException lost(CardUnavailableException e) {
    if (e.code() == ErrorCode.NO_SERVICE) {
      contexts.lose(context);
    }
    return e;
  }

  /** Gives the card back. Only on its thread. */
  boolean letGo() {
    try {
      if (held) {
        held = false;
        card.endExclusive();
      }
    } catch (CardException | IllegalStateException e) {
      // Gone already, and with it the hold.
    }
    return disconnect();
  }

  private boolean disconnect() {
    try {
      // With a reset, so that the next program finds no open secure channel.
      card.disconnect(true);
      return true;
    } catch (CardException | IllegalStateException e) {
      // The card is gone: there is nothing left to let go.
      return false;
    }
  }
}
