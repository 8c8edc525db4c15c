package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.VirtualCard;
import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A connection to a simulated card, with the limits of the JDK's own. */
final class SimulatedConnection extends Card {
  /** The JDK's receive buffer, status word included. */
  private static final int LONGEST_ANSWER = 8192;

  /** What CardChannel demands: a short answer and its status word. */
  private static final int SMALLEST_RESPONSE_BUFFER = 258;

  private final SimulatedTerminal terminal;
  private final VirtualCard card;
  private final CardChannel channel = new BasicChannel();
  private boolean disconnected;

  SimulatedConnection(SimulatedTerminal terminal, VirtualCard card) {
    this.terminal = terminal;
    this.card = card;
  }

  @Override
  public ATR getATR() {
    return new ATR(card.atr());
  }

  @Override
  public String getProtocol() {
    return "T=1";
  }

  @Override
  public CardChannel getBasicChannel() {
    return channel;
  }

  @Override
  public CardChannel openLogicalChannel() throws CardException {
    throw new CardException("this card has no logical channels");
  }

  @Override
  public void beginExclusive() {
    // A simulated reader has one client.
  }

  @Override
  public void endExclusive() {
    // A simulated reader has one client.
  }

  @Override
  public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
    throw new CardException("this reader has no control commands");
  }

  @Override
  public void disconnect(boolean reset) {
    disconnected = true;
    if (reset) {
      card.reset();
    }
  }

  private byte[] exchange(byte[] command) throws CardException {
    if (disconnected) {
      throw new IllegalStateException("Card has been disconnected");
    }
    byte[] answer = terminal.transmit(card, command);
    if (answer.length > LONGEST_ANSWER) {
      throw new CardException("SCARD_E_INSUFFICIENT_BUFFER");
    }
    return answer;
  }

  private final class BasicChannel extends CardChannel {
    @Override
    public Card getCard() {
      return SimulatedConnection.this;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
      return new ResponseAPDU(exchange(command.getBytes()));
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      if (response.remaining() < SMALLEST_RESPONSE_BUFFER) {
        throw new IllegalArgumentException("Insufficient space in response buffer");
      }
      byte[] bytes = new byte[command.remaining()];
      command.get(bytes);
      byte[] answer = exchange(new CommandAPDU(bytes).getBytes());
      response.put(answer);
      return answer.length;
    }

    @Override
    public void close() {
      throw new IllegalStateException("Cannot close basic logical channel");
    }
  }
}
