package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.VirtualCard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries a simulated card to the real PC/SC service: a client of vpcd, the driver of the virtual
 * reader. It serves on a daemon thread of its own and connects again when vpcd ejects it, until it
 * is closed. A card that is removed stays away long enough to be seen absent, then comes back.
 */
public final class VpcdLink implements AutoCloseable {
  /** vpcd polls for presence every 400 ms; a shorter absence goes unnoticed. */
  private static final Duration ABSENCE = Duration.ofMillis(900);

  private static final int CONNECT_MILLIS = 3000;

  private final InetSocketAddress vpcd;
  private final VirtualCard card;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Socket socket;
  private boolean inserted = true;
  private boolean powered;
  private boolean closed;

  private VpcdLink(InetSocketAddress vpcd, VirtualCard card, Socket socket) {
    this.vpcd = vpcd;
    this.card = card;
    this.socket = socket;
  }

  /**
   * Puts {@code card} on the virtual reader at {@code vpcd}.
   *
   * @param vpcd usually 127.0.0.1:35963, the first slot of Debian's package
   * @param card belongs to the link from now on
   * @throws IOException if nothing listens there: start pcscd with the vpcd driver
   */
  public static VpcdLink connect(InetSocketAddress vpcd, VirtualCard card) throws IOException {
    VpcdLink link = new VpcdLink(vpcd, card, open(vpcd));
    Thread thread = new Thread(link::serve, "vpcd-link");
    thread.setDaemon(true);
    thread.start();
    return link;
  }

  /**
   * Waits until the reader has asked the inserted card for its ATR.
   *
   * @throws TimeoutException if it does not in time
   */
  public void awaitPowered(Duration limit) throws InterruptedException, TimeoutException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (!powered) {
        if (left <= 0) {
          throw new TimeoutException("the virtual reader did not ask for the ATR");
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes the card off the reader until {@link #insert()}. */
  public void eject() {
    change(false);
  }

  /** Puts the card back. */
  public void insert() {
    change(true);
  }

  /** Takes the card off the reader for good. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    change(false);
  }

  private void change(boolean present) {
    lock.lock();
    try {
      inserted = present;
      if (!present) {
        powered = false;
        closeQuietly(socket);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void serve() {
    try {
      while (true) {
        converse();
        stayAway();
        if (!awaitInsertion()) {
          return;
        }
        reconnect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse() {
    try (Socket current = current()) {
      new VpcdConversation(current, card, this::atrAsked).serve();
    } catch (IOException e) {
      // The connection has ended: vpcd ejected the card, or the card was removed.
      card.reset();
    }
  }

  private void atrAsked() {
    lock.lock();
    try {
      powered = inserted;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void stayAway() throws InterruptedException {
    lock.lock();
    try {
      powered = false;
      long left = ABSENCE.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitInsertion() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && !inserted) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** One try; a reader that is not there (pcscd restarts) is tried again after the next absence. */
  private void reconnect() {
    try {
      Socket opened = open(vpcd);
      lock.lock();
      try {
        socket = opened;
        if (closed || !inserted) {
          closeQuietly(opened);
        }
      } finally {
        lock.unlock();
      }
    } catch (IOException e) {
      // The old socket is closed, so the conversation ends at once and this is tried again.
    }
  }

  private Socket current() {
    lock.lock();
    try {
      return socket;
    } finally {
      lock.unlock();
    }
  }

  private static Socket open(InetSocketAddress vpcd) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(vpcd, CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      closeQuietly(socket);
      throw e;
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is unusable either way.
    }
  }
}
