package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.VirtualCard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A simulated card that waits for vpcd to come: the driver's reversed mode, in which its reader
 * entry names this address. Listens on loopback only; one connection at a time.
 */
public final class VpcdListener implements AutoCloseable {
  /** As long as a removed card stays away; longer than vpcd's presence poll of 400 ms. */
  private static final long ABSENCE_MILLIS = 900;

  private final ServerSocket server;
  private final VirtualCard card;

  private VpcdListener(ServerSocket server, VirtualCard card) {
    this.server = server;
    this.card = card;
  }

  /**
   * Waits at {@code address}; port 0 takes a free one.
   *
   * @param card belongs to the listener from now on
   * @throws IllegalArgumentException if the address is not a loopback address
   * @throws IOException if the port is taken
   */
  public static VpcdListener listen(InetSocketAddress address, VirtualCard card)
      throws IOException {
    if (address.getAddress() == null || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("a simulated card listens on loopback only");
    }
    ServerSocket server = new ServerSocket(address.getPort(), 1, address.getAddress());
    VpcdListener listener = new VpcdListener(server, card);
    Thread thread = new Thread(listener::serve, "vpcd-listener");
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  /** Where the card waits. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Takes the card away; a running connection ends with vpcd's next message. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        new VpcdConversation(socket, card, () -> {}).serve();
      } catch (CardRemovedException e) {
        card.reset();
        pause();
      } catch (IOException e) {
        card.reset();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ABSENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
