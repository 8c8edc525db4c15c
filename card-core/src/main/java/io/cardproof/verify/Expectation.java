package io.cardproof.verify;

import io.cardproof.report.Disclosure;
import io.cardproof.value.Bytes;
import java.util.Optional;

/** What the caller expects of this inspection, beyond a genuine document. Immutable. */
public final class Expectation {
  private static final int CHALLENGE_BYTES = 8;

  private final Optional<Bytes> challenge;
  private final PresenceDemand demand;
  private final Disclosure disclosure;

  private Expectation(Optional<Bytes> challenge, PresenceDemand demand, Disclosure disclosure) {
    this.challenge = challenge;
    this.demand = demand;
    this.disclosure = disclosure;
  }

  /** Nothing beyond a genuine document. */
  public static Expectation none() {
    return new Expectation(Optional.empty(), PresenceDemand.ANY, Disclosure.none());
  }

  /**
   * That Active Authentication, where the chip has it, is over this challenge.
   *
   * @param challenge eight bytes that the caller chose and uses once
   */
  public static Expectation challenge(Bytes challenge) {
    return new Expectation(Optional.of(checked(challenge)), PresenceDemand.ANY, Disclosure.none());
  }

  /**
   * For a server that does not trust the terminal: the chip must have signed this challenge.
   *
   * @param challenge eight bytes that the server chose and uses once
   */
  public static Expectation server(Bytes challenge) {
    return new Expectation(
        Optional.of(checked(challenge)), PresenceDemand.PROVEN, Disclosure.none());
  }

  /** The same, with these fields disclosed as well. */
  public Expectation disclose(Disclosure.Field... fields) {
    return new Expectation(challenge, demand, Disclosure.of(fields));
  }

  /** The challenge that the chip should have signed. */
  public Optional<Bytes> challenge() {
    return challenge;
  }

  /** Whether anything less than {@code PROVEN} leaves the verdict open. */
  public boolean demandsProvenPresence() {
    return demand == PresenceDemand.PROVEN;
  }

  /** Which withheld fields the caller asked for. */
  public Disclosure disclosure() {
    return disclosure;
  }

  private static Bytes checked(Bytes challenge) {
    if (challenge.length() != CHALLENGE_BYTES) {
      throw new IllegalArgumentException("a challenge has eight bytes");
    }
    return challenge;
  }

  private enum PresenceDemand {
    ANY,
    PROVEN
  }
}
