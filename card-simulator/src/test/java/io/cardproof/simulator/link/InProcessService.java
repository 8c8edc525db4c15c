package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.VirtualCard;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/** A simulated card as scuba sees one. */
final class InProcessService extends CardService {
  private final VirtualCard card;
  private boolean open;

  InProcessService(VirtualCard card) {
    this.card = card;
  }

  @Override
  public void open() {
    open = true;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
    try {
      return new ResponseAPDU(card.transmit(command.getBytes()));
    } catch (CardRemovedException e) {
      throw new CardServiceException("removed", e);
    }
  }

  @Override
  public byte[] getATR() {
    return card.atr();
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean isConnectionLost(Exception e) {
    return e.getCause() instanceof CardRemovedException;
  }
}
