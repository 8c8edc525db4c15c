package io.cardproof.simulator.chip;

import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chip in a field: command bytes in, answer bytes out, ICAO 9303-10 and 9303-11. Confined to one
 * thread at a time.
 *
 * <p>Where the standard leaves a choice, this chip is strict: PACE runs in the master file only,
 * BAC in the application only; a plain command, a length that contradicts itself and a protected
 * command with a wrong or missing object (6988, 6987) each end secure messaging and with it access.
 * A read past the end gives what there is with 9000, and one that starts there 6B00. A refusal of a
 * command that was rightly protected is protected too.
 *
 * <p>Tries of PIN and PUK are the card's own and outlive a reset, TR-03110-2 §3.3: with fewer than
 * all left MSE:Set AT warns with 63Cx; at one left the PIN is suspended (6985) until PACE with the
 * CAN has opened a channel inside which it is tried; at none it is blocked (6983) until RESET RETRY
 * COUNTER inside a channel opened with the PUK. The PUK opens no file.
 *
 * <p>Trust points and date of Terminal Authentication outlive a reset too, TR-03110-3 §2.5: a link
 * certificate adds its authority to them, and the dates of authorities, verifiers and domestic
 * inspection systems move the card's. Certificates that cannot be read are 6A80, unknown references
 * 6A88, certificates and signatures that do not verify 6300, and all of it before Chip
 * Authentication 6985.
 */
public final class VirtualCard {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualCard.class);

  /** Frame waiting time of ISO/IEC 14443-4 §7.2 at its most, after which a reader gives up. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(4_949);

  private final ChipImage image;
  private final CardMemory memory;
  private final ChipRandomness random;
  private final Interference interference;
  private final Pause pause;
  private final Journal journal = new Journal();
  private Session session;
  private int commands;
  private int commandsSinceReset;
  private boolean gone;
  private boolean wasGone;

  /**
   * A card just placed on the reader.
   *
   * @param random source of challenges, nonces and ephemeral keys
   */
  public VirtualCard(ChipImage image, SecureRandom random) {
    this(image, random, Pause.sleeping());
  }

  /**
   * A card for which time passes as one likes.
   *
   * @param pause how the delays of its {@link Interference} pass
   */
  public VirtualCard(ChipImage image, SecureRandom random, Pause pause) {
    this(image, ChipRandomness.from(random), pause);
  }

  VirtualCard(ChipImage image, ChipRandomness random) {
    this(image, random, Pause.sleeping());
  }

  private VirtualCard(ChipImage image, ChipRandomness random, Pause pause) {
    this.image = image;
    this.random = random;
    this.pause = pause;
    this.memory = new CardMemory(image);
    this.interference = image.interference().forCard();
    this.session = newSession();
  }

  /**
   * Answers one command, whatever its bytes.
   *
   * @return at least the two bytes of the status word; fewer where an {@link Interference} cuts
   *     them, none if the card stays silent
   * @throws CardRemovedException if the card is gone; it comes back with {@link #reset()}
   */
  public byte[] transmit(byte[] command) throws CardRemovedException {
    commands++;
    commandsSinceReset++;
    if (!wasGone && commandsSinceReset >= image.removedAt()) {
      gone = true;
    }
    requirePresence();
    byte[] own = command.clone();
    Answer answer = answer(own);
    Exchange exchange = session.exchange();
    pause.last(interference.delay(exchange));
    Fate fate = interference.fate(exchange);
    journal.add(new JournalEntry(exchange, fate, session.plainAnswer()));
    return afterFate(fate, own, answer);
  }

  /** Answer to reset; a copy. */
  public byte[] atr() {
    return image.atr();
  }

  /** Power off and on: nothing is selected, access is lost, a removed card is back. */
  public void reset() {
    session = newSession();
    commandsSinceReset = 0;
    wasGone |= gone;
    gone = false;
  }

  /** Commands since the card was made, resets or not. */
  public int commandCount() {
    return commands;
  }

  /** What the chip was asked, decrypted. */
  public Journal journal() {
    return journal;
  }

  private Session newSession() {
    return new Session(image, memory, random, interference);
  }

  private void requirePresence() throws CardRemovedException {
    if (gone) {
      throw new CardRemovedException();
    }
  }

  private byte[] afterFate(Fate fate, byte[] command, Answer answer) throws CardRemovedException {
    return switch (fate) {
      case ANSWERS -> interference.wire(session.exchange(), answer.toBytes());
      case SILENT -> {
        pause.last(LONGEST_WAIT);
        yield new byte[0];
      }
      case REMOVED -> {
        gone = true;
        throw new CardRemovedException();
      }
      case RESET -> {
        session = newSession();
        byte[] afresh = answer(command).toBytes();
        yield interference.wire(session.exchange(), afresh);
      }
    };
  }

  private Answer answer(byte[] command) {
    try {
      return session.answer(command, new Exchange.Place(commands, commandsSinceReset));
    } catch (RuntimeException bug) {
      // What a chip does when its software fails; the trace has no bytes of the exchange.
      LOG.error("The simulated chip failed", bug);
      session = newSession();
      return Answer.status(StatusWord.INTERNAL_ERROR);
    }
  }
}
