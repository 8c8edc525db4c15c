package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.VirtualCard;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import jdk.net.ExtendedSocketOptions;

/**
 * The card's side of one vpcd connection: vpcd asks, the card answers. Both directions carry a
 * length of two bytes and as many bytes; a message of one byte is a control.
 */
final class VpcdConversation {
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int GET_ATR = 4;
  private static final int LONGEST_MESSAGE = 0xFFFF;

  /** What is sent when an answer does not fit into a message: no precise diagnosis. */
  private static final byte[] TOO_LONG = {0x6F, 0x00};

  private final Socket socket;
  private final VirtualCard card;
  private final Runnable onAtrAsked;
  private final boolean quickAck;
  private final DataInputStream in;
  private final OutputStream out;

  VpcdConversation(Socket socket, VirtualCard card, Runnable onAtrAsked) throws IOException {
    this.socket = socket;
    this.card = card;
    this.onAtrAsked = onAtrAsked;
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    quickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /**
   * Answers until the connection ends or the card is removed.
   *
   * @throws IOException when it does: {@link io.cardproof.simulator.chip.CardRemovedException} when
   *     the card went away
   */
  void serve() throws IOException {
    while (true) {
      byte[] message = receive();
      if (message.length == 1) {
        control(message[0]);
      } else if (message.length > 1) {
        send(fitting(card.transmit(message)));
      }
    }
  }

  private byte[] receive() throws IOException {
    acknowledgeAtOnce();
    int length = in.readUnsignedShort();
    byte[] message = new byte[length];
    acknowledgeAtOnce();
    in.readFully(message);
    return message;
  }

  /**
   * vpcd 3.3 writes length and body apart and waits for the acknowledgement of the first, which the
   * kernel delays by 40 ms; the option does not stick, so it is set before every receive.
   */
  private void acknowledgeAtOnce() throws IOException {
    if (quickAck) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  private void control(int code) throws IOException {
    switch (code) {
      case POWER_OFF, POWER_ON, RESET -> card.reset();
      case GET_ATR -> {
        send(card.atr());
        onAtrAsked.run();
      }
      default -> {
        // A control that this version does not know has no answer.
      }
    }
  }

  private static byte[] fitting(byte[] answer) {
    return answer.length <= LONGEST_MESSAGE ? answer : TOO_LONG;
  }

  /** One write for length and body: a second small write would wait for an acknowledgement. */
  private void send(byte[] body) throws IOException {
    out.write(ByteBuffer.allocate(2 + body.length).putShort((short) body.length).put(body).array());
  }
}
