package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.pcsc.ReaderEvent.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Watches the readers until it is closed. While the PC/SC service is away there are none; where a
 * restart of it is not survived ({@link PcscReaders#survivesRestart()}), the watch ends with it.
 */
public final class ReaderWatch implements AutoCloseable {
  private static final long POLL_MILLIS = 100;

  private final PcscReaders readers;
  private final Consumer<ReaderEvent> listener;
  private final Map<String, Boolean> known = new LinkedHashMap<>();
  private final Thread thread;

  private ReaderWatch(PcscReaders readers, Consumer<ReaderEvent> listener) {
    this.readers = readers;
    this.listener = listener;
    this.thread = new Thread(this::run, "cardproof-reader-watch");
    thread.setDaemon(true);
  }

  static ReaderWatch start(PcscReaders readers, Consumer<ReaderEvent> listener) {
    ReaderWatch watch = new ReaderWatch(readers, listener);
    watch.thread.start();
    return watch;
  }

  /** Waits until the watch has ended: by closing it, or because the service went for good. */
  public void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  // Polled: the JDK's own waiting does not see new readers and fails where there are none.
  private void run() {
    try {
      boolean comesBack = true;
      while (comesBack && !Thread.currentThread().isInterrupted()) {
        comesBack = look();
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look() {
    try {
      compare(readers.readers());
      return true;
    } catch (CardUnavailableException e) {
      compare(List.of());
      return readers.survivesRestart();
    }
  }

  private void compare(List<Reader> now) {
    List<String> names = now.stream().map(Reader::name).toList();
    List<String> gone = known.keySet().stream().filter(name -> !names.contains(name)).toList();
    gone.forEach(this::detached);
    now.forEach(this::present);
  }

  private void detached(String name) {
    if (Boolean.TRUE.equals(known.remove(name))) {
      listener.accept(new ReaderEvent(Kind.CARD_REMOVED, name));
    }
    listener.accept(new ReaderEvent(Kind.READER_DETACHED, name));
  }

  private void present(Reader reader) {
    Boolean before = known.put(reader.name(), reader.cardPresent());
    if (before == null) {
      listener.accept(new ReaderEvent(Kind.READER_ATTACHED, reader.name()));
    }
    boolean hadCard = before != null && before;
    if (hadCard != reader.cardPresent()) {
      Kind kind = reader.cardPresent() ? Kind.CARD_INSERTED : Kind.CARD_REMOVED;
      listener.accept(new ReaderEvent(kind, reader.name()));
    }
  }
}
