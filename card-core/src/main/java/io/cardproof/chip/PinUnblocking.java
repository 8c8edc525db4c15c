package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.reader.CardLink;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** Unblocks a PIN by the PUK, TR-03110-3 §B.14.4. Immutable. */
public final class PinUnblocking {
  private static final String CLAUSE = "TR-03110-3 §B.14.4";
  private static final int RESET_RETRY_COUNTER = 0x2C;
  private static final int WITHOUT_DATA = 0x03;
  private static final int PIN = 0x03;

  private final SecureRandom random;
  private final LongSupplier nanoTime;
  private final Limits limits;

  /**
   * @param random for ephemeral keys
   * @param nanoTime a clock that only runs forward, in nanoseconds, for the time limit
   * @param limits what it may cost
   */
  public PinUnblocking(SecureRandom random, LongSupplier nanoTime, Limits limits) {
    this.random = random;
    this.nanoTime = nanoTime;
    this.limits = limits;
  }

  /**
   * Gives the PIN its attempts back. One attempt with the PUK.
   *
   * @throws IllegalArgumentException if the key is no PUK
   * @throws AccessDeniedException if the chip refuses the PUK, or takes it no more
   * @throws UnsupportedDocumentException if the chip has no PACE that is known here
   */
  public void run(CardLink link, AccessKey puk)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    if (puk.kind() != AccessKey.Kind.PUK) {
      throw new IllegalArgumentException("only the PUK unblocks a PIN");
    }
    MeteredPort port =
        new MeteredPort(link, limits, CancelSignal.never(), ProgressListener.none(), nanoTime);
    port.enter(Step.CARD_ACCESS);
    OfferedPace offered = offered(port, link.maxResponseBytes());
    port.enter(Step.PACE);
    try (SecureMessaging channel =
        new PaceAccess(port, random).open(offered.ranked(), puk).channel()) {
      reset(channel);
    }
  }

  private OfferedPace offered(MeteredPort port, int maxResponseBytes)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    FileReader reader =
        new FileReader(port, new ReadLadder(), maxResponseBytes, ProgressListener.none(), limits);
    OfferedPace offered =
        OfferedPace.in(new MasterFile(new PlainChannel(port), reader).cardAccess());
    if (offered.ranked().isEmpty()) {
      throw new UnsupportedDocumentException(
          Step.PACE, offered.whyNone().orElse("the chip offers no PACE that is known here"));
    }
    return offered;
  }

  private static void reset(Channel channel) throws CardUnavailableException, ProtocolException {
    Answer answer = channel.transmit(Apdu.of(RESET_RETRY_COUNTER, WITHOUT_DATA, PIN, 0));
    if (!answer.isSuccess()) {
      throw new ProtocolException(
          Step.PACE, "the chip does not unblock its PIN", CLAUSE, answer.statusWord());
    }
  }
}
