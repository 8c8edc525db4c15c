package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;

/** A card in a PC/SC reader, held exclusively from the first command on where that is possible. */
final class PcscLink implements CardLink {
  /** The JDK's receive buffer: a longer answer fails after the card has executed the command. */
  private static final int JDK_BUFFER = 8_192;

  private final String name;
  private final Card card;
  private final CardChannel channel;
  private Exclusivity exclusivity = Exclusivity.UNTRIED;

  private enum Exclusivity {
    UNTRIED,
    HELD,
    NOT_TO_BE_HAD
  }

  PcscLink(String name, Card card) {
    this.name = name;
    this.card = card;
    this.channel = card.getBasicChannel();
  }

  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    holdExclusively();
    try {
      return channel.transmit(new CommandAPDU(command)).getBytes();
    } catch (CardException e) {
      throw PcscErrors.of(e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The JDK says so when the driver returns an empty answer, or when the card is closed.
      throw PcscErrors.removed();
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
    return JDK_BUFFER;
  }

  @Override
  public void close() {
    try {
      if (exclusivity == Exclusivity.HELD) {
        exclusivity = Exclusivity.NOT_TO_BE_HAD;
        card.endExclusive();
      }
    } catch (CardException | IllegalStateException e) {
      // Gone already, and with it the hold.
    } finally {
      disconnect();
    }
  }

  // The hold belongs to a thread, so it begins in the one that inspects.
  private void holdExclusively() {
    if (exclusivity != Exclusivity.UNTRIED) {
      return;
    }
    try {
      card.beginExclusive();
      exclusivity = Exclusivity.HELD;
    } catch (CardException | IllegalStateException e) {
      exclusivity = Exclusivity.NOT_TO_BE_HAD;
    }
  }

  private void disconnect() {
    try {
      // With a reset, so that the next program finds no open secure channel.
      card.disconnect(true);
    } catch (CardException | IllegalStateException e) {
      // The card is gone: there is nothing left to let go.
    }
  }
}
