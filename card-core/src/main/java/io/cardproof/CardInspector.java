package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.chip.Inspection;
import io.cardproof.chip.InspectionRequest;
import io.cardproof.chip.Limits;
import io.cardproof.chip.PinUnblocking;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.reader.trace.TraceRecorder;
import io.cardproof.reader.trace.TraceReplay;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Inspects cards: captures the evidence of a chip and verifies it. Immutable and shared by threads;
 * a link and a key belong to one inspection.
 *
 * <p>Every method throws the same four kinds of {@link InspectionException}, each named after what
 * the caller does next: {@link AccessDeniedException} asks for the key again (the library never
 * tries twice), {@link CardUnavailableException} asks to present the card again, {@link
 * ProtocolException} stops, {@link UnsupportedDocumentException} takes another channel. A forged or
 * broken document is no exception but a report.
 */
public final class CardInspector {
  private static final int CHALLENGE_BYTES = 8;

  private final Limits limits;
  private final Policy policy;
  private final PinUnblocking unblocking;
  private final Verifier verifier;
  private final Surroundings here;

  private CardInspector(Builder builder) {
    this.limits = builder.limits;
    this.policy = builder.policy;
    this.here = new Surroundings(builder.random, builder.clock, System::nanoTime);
    this.unblocking = new PinUnblocking(builder.random, System::nanoTime, limits);
    this.verifier = new Verifier(builder.trust, builder.policy);
  }

  /** An inspector that trusts {@code trust}. */
  public static Builder builder(TrustStore trust) {
    return new Builder(trust);
  }

  /**
   * Reads and judges the card in {@code card}, with a challenge of this terminal's own.
   *
   * @param card stays the caller's to close
   * @param key stays the caller's to close, which wipes it
   */
  public Report inspect(CardLink card, AccessKey key) throws InspectionException {
    return inspect(card, key, InspectionOptions.defaults());
  }

  /** Reads and judges the card in {@code card}. */
  public Report inspect(CardLink card, AccessKey key, InspectionOptions options)
      throws InspectionException {
    return inspect(card, key, options, here);
  }

  /**
   * Reads and judges the card in {@code card}, and writes all that came from outside into {@code
   * file}, from which {@link #replay} makes the same report. The file is as personal as the
   * document, and holds what opens its channel: it replaces what is there, and its owner alone may
   * read it, where the file system knows owners.
   *
   * @throws IOException if the file cannot be written
   * @throws UncheckedIOException if it cannot be written any more
   */
  public Report record(Path file, CardLink card, AccessKey key, InspectionOptions options)
      throws IOException, InspectionException {
    return record(file, card, key, options, Map.of());
  }

  /**
   * The same.
   *
   * @param notes what else stands in the file's head, by a name in small letters; never anything
   *     personal
   */
  public Report record(
      Path file, CardLink card, AccessKey key, InspectionOptions options, Map<String, String> notes)
      throws IOException, InspectionException {
    TraceHead head =
        new TracedRequest(policy.id(), options)
            .head(card, key.kind(), here.clock().instant(), notes);
    try (TraceRecorder recorder = TraceRecorder.create(file, head, here.nanoTime())) {
      return inspect(
          recorder.link(card),
          key,
          options.terminalKey(recorder::key),
          new Surroundings(recorded(recorder), recorder.clock(), recorder.nanoTime()));
    }
  }

  /**
   * Makes the report of a recorded inspection again, at its own time and without a card. This
   * inspector trusts the same and has the same policy, or it comes out another report.
   *
   * @param key the one that opened the card; no trace holds it
   * @throws MalformedInputException if the inspection asks for anything else than was recorded; the
   *     place is the number of the exchange. It is another key, another policy, or another version
   *     of this library
   */
  public Report replay(Trace trace, AccessKey key) throws InspectionException {
    InspectionOptions options = TracedRequest.of(trace, policy.id());
    TraceReplay replay = new TraceReplay(trace);
    Surroundings then =
        new Surroundings(new DrawnRandom(replay::draw), replay.clock(), replay.nanoTime());
    try {
      Report report = inspect(replay.link(), key, options.terminalKey(none -> replay.key()), then);
      replay.requireWhole();
      return report;
    } catch (InspectionException e) {
      replay.requireWhole();
      throw e;
    }
  }

  /**
   * The policy that {@code trace} was recorded under.
   *
   * @throws MalformedInputException if it names none that is known
   */
  public static Policy policyOf(Trace trace) throws MalformedInputException {
    return TracedRequest.policy(trace);
  }

  /**
   * What the inspection of {@code trace} was told, for inspecting another card in the same way:
   * with a fresh challenge if it had one, without its terminal's key.
   *
   * @throws MalformedInputException if it was recorded under another policy than this inspector's
   */
  public InspectionOptions optionsOf(Trace trace) throws MalformedInputException {
    return TracedRequest.again(trace, policy.id(), ownChallenge(here.random()));
  }

  /**
   * Reads the card without judging it: the branch's half. The server verifies the evidence.
   *
   * @param challenge eight bytes that the server chose and uses once
   */
  public Evidence capture(CardLink card, AccessKey key, Bytes challenge)
      throws InspectionException {
    return capture(card, key, InspectionOptions.defaults().challenge(challenge));
  }

  /** Reads the card without judging it. */
  public Evidence capture(CardLink card, AccessKey key, InspectionOptions options)
      throws InspectionException {
    return capture(card, key, options, here);
  }

  /**
   * Gives a blocked or suspended PIN its attempts back. One attempt with the PUK; what it opens is
   * not read.
   *
   * @param card stays the caller's to close
   * @param puk {@link AccessKey#puk(String)}; stays the caller's to close, which wipes it
   */
  public void unblockPin(CardLink card, AccessKey puk) throws InspectionException {
    unblocking.run(card, puk);
  }

  private SecureRandom recorded(TraceRecorder recorder) {
    return new DrawnRandom(
        bytes -> {
          here.random().nextBytes(bytes);
          recorder.drawn(bytes);
        });
  }

  private Report inspect(
      CardLink card, AccessKey key, InspectionOptions options, Surroundings there)
      throws InspectionException {
    Evidence evidence = capture(card, key, options, there);
    return verifier.verify(evidence, options.expectation(), there.clock().instant());
  }

  private Evidence capture(
      CardLink card, AccessKey key, InspectionOptions options, Surroundings there)
      throws InspectionException {
    Bytes challenge =
        options.expectation().challenge().orElseGet(() -> ownChallenge(there.random()));
    return new Inspection(there.random(), there.clock(), there.nanoTime(), limits, policy)
        .run(
            card,
            key,
            new InspectionRequest(
                challenge,
                options.terminal(),
                options.extent(),
                options.progress(),
                options.cancel()));
  }

  private static Bytes ownChallenge(SecureRandom random) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    return Bytes.of(challenge);
  }

  /** What an inspection takes from outside, beside the card. */
  private record Surroundings(SecureRandom random, Clock clock, LongSupplier nanoTime) {}

  /** Optional settings of an inspector. */
  public static final class Builder {
    private final TrustStore trust;
    private Policy policy = Policy.COUNTER;
    private Clock clock = Clock.systemUTC();
    private SecureRandom random = new SecureRandom();
    private Limits limits = Limits.defaults();

    private Builder(TrustStore trust) {
      this.trust = trust;
    }

    /** What is required, and what a downgrade does; {@link Policy#COUNTER} unless set. */
    public Builder policy(Policy value) {
      this.policy = value;
      return this;
    }

    /** What says <em>now</em>; the system's clock unless set. */
    public Builder clock(Clock value) {
      this.clock = value;
      return this;
    }

    /** What nonces and ephemeral keys come from; the platform's source unless set. */
    public Builder random(SecureRandom value) {
      this.random = value;
      return this;
    }

    /** What one inspection may cost; {@link Limits#defaults()} unless set. */
    public Builder limits(Limits value) {
      this.limits = value;
      return this;
    }

    /** The inspector. */
    public CardInspector build() {
      return new CardInspector(this);
    }
  }
}
