package io.cardproof.reader.pcsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** A card at the virtual reader that answers its first command when it is told to. */
final class SilentPeer implements AutoCloseable {
  private static final byte[] ATR = {0x3B, (byte) 0x80, 0x01, (byte) 0x81};
  private static final byte[] UNKNOWN = {0x6D, 0x00};
  private static final int GET_ATR = 4;

  private final Socket socket;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch allowed = new CountDownLatch(1);

  SilentPeer() throws IOException {
    socket = new Socket(PrivatePcscd.SLOT.getAddress(), PrivatePcscd.SLOT.getPort());
    Thread thread = new Thread(this::serve, "silent-card");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for the first command. */
  void awaitCommand() throws InterruptedException {
    asked.await();
  }

  /** Lets it answer. */
  void answer() {
    allowed.countDown();
  }

  @Override
  public void close() throws IOException {
    answer();
    socket.close();
  }

  private void serve() {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        byte[] message = in.readNBytes(in.readUnsignedShort());
        if (message.length == 1) {
          if (message[0] == GET_ATR) {
            send(ATR);
          }
        } else {
          asked.countDown();
          allowed.await();
          send(UNKNOWN);
        }
      }
    } catch (IOException e) {
      // The reader let go of the card.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(byte[] answer) throws IOException {
    byte[] message = new byte[2 + answer.length];
    message[1] = (byte) answer.length;
    System.arraycopy(answer, 0, message, 2, answer.length);
    OutputStream out = socket.getOutputStream();
    out.write(message);
    out.flush();
  }
}
