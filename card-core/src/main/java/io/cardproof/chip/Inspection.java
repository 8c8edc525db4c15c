package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.verify.Policy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Reads a chip into evidence, in the fixed order of the steps. Immutable; one inspection has one
 * link of its own.
 */
public final class Inspection {
  private final SecureRandom random;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Limits limits;
  private final Admission admission;

  /**
   * @param random for nonces and ephemeral keys
   * @param clock for the moment of capture
   * @param nanoTime a clock that only runs forward, in nanoseconds, for the time limit
   * @param limits what one inspection may cost
   * @param policy what may be read at all, and what need not be
   */
  public Inspection(
      SecureRandom random, Clock clock, LongSupplier nanoTime, Limits limits, Policy policy) {
    this.random = random;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.limits = limits;
    this.admission = new Admission(policy);
  }

  /**
   * Opens the chip with one attempt and reads all that its security object lists.
   *
   * @param link the card; stays the caller's to close
   * @param key what opens it; stays the caller's to close
   * @param request what else it is asked to do
   * @throws AccessDeniedException if the chip refuses the key; ask for it again
   * @throws CardUnavailableException if the card went away, or time is up; present it again
   * @throws ProtocolException if the chip breaks the protocol; stop
   * @throws UnsupportedDocumentException if it is not a document that can be read here
   */
  public Evidence run(CardLink link, AccessKey key, InspectionRequest request)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    Instant capturedAt = clock.instant();
    ReadLadder ladder = new ReadLadder();
    MeteredPort port =
        new MeteredPort(link, limits, request.cancel(), request.progress(), nanoTime);
    port.enter(Step.CARD_ACCESS);
    int maxResponseBytes = CardCapabilities.maxResponseBytes(link, new PlainChannel(port));
    LongCommands commands = new LongCommands(ladder, maxResponseBytes);
    while (true) {
      FileReader reader =
          new FileReader(port, ladder, maxResponseBytes, request.progress(), limits);
      InspectionRun run =
          new InspectionRun(link, port, commands, reader, key, request, random, admission);
      try {
        return run.execute(capturedAt);
      } catch (ProtocolException e) {
        // A refused length that also ended the channel: once more from nothing, asking for less.
        if (!isRefusedLength(e) || !ladder.lower()) {
          throw e;
        }
      }
    }
  }

  private static boolean isRefusedLength(ProtocolException e) {
    int statusWord = e.statusWord().orElse(0);
    return e.step() == Step.READ_FILE
        && (statusWord == Answer.WRONG_LENGTH
            || (statusWord & 0xFF00) == 0x6C00
            || (statusWord & 0xFF00) == 0x6F00);
  }
}
