package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/**
 * The context with the PC/SC service, and what takes its place once it is lost: the service was
 * stopped, or a call never came back. Shared by threads.
 */
final class PcscContexts {
  /** The ways that are left, the one in use first; the last one stays. */
  private final Deque<Way> ways;

  private @Nullable CardTerminals current;

  /** One way to the service. */
  record Way(Optional<PcscProvider> provider, Opening opening) {}

  /** Makes a context. */
  @FunctionalInterface
  interface Opening {
    CardTerminals open() throws CardUnavailableException;
  }

  /** Something to do in a context. */
  @FunctionalInterface
  interface Use<T> {
    T in(CardTerminals context) throws CardUnavailableException;
  }

  private PcscContexts(List<Way> ways) {
    this.ways = new ArrayDeque<>(ways);
  }

  /** The JDK's provider, and the other one when the JDK's only context is lost. */
  static PcscContexts automatic() {
    return JnaPlatform.isPresent()
        ? new PcscContexts(List.of(jdk(), jnasmartcardio()))
        : new PcscContexts(List.of(jdk()));
  }

  static PcscContexts of(PcscProvider provider) {
    return new PcscContexts(
        List.of(
            switch (provider) {
              case JDK -> jdk();
              case JNASMARTCARDIO -> jnasmartcardio();
            }));
  }

  static PcscContexts of(TerminalFactory factory) {
    return new PcscContexts(List.of(new Way(Optional.empty(), factory::terminals)));
  }

  /** The provider in use; none if the application brought its own. */
  synchronized Optional<PcscProvider> provider() {
    return ways.element().provider();
  }

  /** Whether a lost context can be followed by one that works. */
  synchronized boolean recovers() {
    return ways.getLast().provider().equals(Optional.of(PcscProvider.JNASMARTCARDIO));
  }

  /** Does it in the context of now, and once more in the next one if this one proves to be lost. */
  <T> T use(Use<T> use) throws CardUnavailableException {
    try {
      return once(use);
    } catch (CardUnavailableException e) {
      if (e.code() != ErrorCode.NO_SERVICE || !recovers()) {
        throw e;
      }
      return once(use);
    }
  }

  /** The context to use now. */
  synchronized CardTerminals current() throws CardUnavailableException {
    if (current == null) {
      current = ways.element().opening().open();
    }
    return current;
  }

  /** Says that {@code context} is of no more use. Others may have said so before. */
  synchronized void lose(CardTerminals context) {
    if (context != current) {
      return;
    }
    current = null;
    if (ways.size() > 1) {
      ways.remove();
    }
  }

  private <T> T once(Use<T> use) throws CardUnavailableException {
    CardTerminals context = current();
    try {
      return use.in(context);
    } catch (CardUnavailableException e) {
      if (e.code() == ErrorCode.NO_SERVICE) {
        lose(context);
      }
      throw e;
    }
  }

  private static Way jdk() {
    return new Way(Optional.of(PcscProvider.JDK), () -> PcscPlatform.factory().terminals());
  }

  private static Way jnasmartcardio() {
    return new Way(Optional.of(PcscProvider.JNASMARTCARDIO), JnaPlatform::terminals);
  }
}
