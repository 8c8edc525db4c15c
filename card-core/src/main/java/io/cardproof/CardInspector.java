package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.chip.Inspection;
import io.cardproof.chip.InspectionRequest;
import io.cardproof.chip.Limits;
import io.cardproof.chip.PinUnblocking;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.security.SecureRandom;
import java.time.Clock;

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

  private final Inspection inspection;
  private final PinUnblocking unblocking;
  private final Verifier verifier;
  private final Clock clock;
  private final SecureRandom random;

  private CardInspector(Builder builder) {
    this.clock = builder.clock;
    this.random = builder.random;
    this.inspection =
        new Inspection(random, clock, System::nanoTime, builder.limits, builder.policy);
    this.unblocking = new PinUnblocking(random, System::nanoTime, builder.limits);
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
    Evidence evidence = capture(card, key, options);
    return verifier.verify(evidence, options.expectation(), clock.instant());
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
    Bytes challenge = options.expectation().challenge().orElseGet(this::ownChallenge);
    return inspection.run(
        card,
        key,
        new InspectionRequest(
            challenge, options.terminal(), options.extent(), options.progress(), options.cancel()));
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

  private Bytes ownChallenge() {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    return Bytes.of(challenge);
  }

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
