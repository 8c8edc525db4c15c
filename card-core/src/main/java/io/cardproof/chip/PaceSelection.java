package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Names a variant of PACE and a kind of key to the chip by MSE:Set AT, ICAO 9303-11 §4.4.4.1. That
 * costs no attempt, so a chip that refuses one offer is asked for the next.
 */
final class PaceSelection {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SUSPENDED = 0x63C1;
  private static final int DEACTIVATED = 0x6283;

  private final Channel channel;

  PaceSelection(Channel channel) {
    this.channel = channel;
  }

  /** The accepted offer, and the answer by which the chip may warn of attempts that failed. */
  record Selected(PaceOffer offer, Answer answer) {
    /** Whether a PIN has one attempt left, for which the chip wants another key first. */
    boolean suspends(AccessKey.Kind kind) {
      return kind == AccessKey.Kind.PIN && answer.statusWord() == SUSPENDED;
    }
  }

  /**
   * The first offer that the chip accepts.
   *
   * @param offers at least one
   * @throws AccessDeniedException if the chip has no key of this kind, or takes no attempt with it
   * @throws ProtocolException if it refuses every offer that it makes
   */
  Selected choose(List<PaceOffer> offers, AccessKey.Kind kind)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    int refusal = 0;
    for (PaceOffer offer : offers) {
      Selected selected = new Selected(offer, select(offer, kind));
      if (isAccepted(selected, kind)) {
        return selected;
      }
      refusal = selected.answer().statusWord();
    }
    if (refusal == PaceRefusal.NOT_FOUND && kind != AccessKey.Kind.MRZ) {
      throw PaceRefusal.unknown(kind);
    }
    throw new ProtocolException(
        Step.PACE,
        "the chip refuses the PACE protocol that it offers",
        "ICAO 9303-11 §4.4.4.1",
        refusal);
  }

  /** The same for one offer that the chip has not made; empty if it refuses it. */
  Optional<Selected> probe(PaceOffer offer, AccessKey.Kind kind)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Selected selected = new Selected(offer, select(offer, kind));
    return isAccepted(selected, kind) ? Optional.of(selected) : Optional.empty();
  }

  // 63Cx is only a warning here: attempts have failed before.
  private static boolean isAccepted(Selected selected, AccessKey.Kind kind)
      throws AccessDeniedException {
    requireUsable(kind, selected.answer());
    return selected.answer().isSuccess() || selected.answer().isWrongPassword();
  }

  // DO'84' only where there are several domain parameters; chips that see it otherwise, or that
  // miss it, say 6A80 or 6A87, and are asked once the other way.
  private Answer select(PaceOffer offer, AccessKey.Kind kind)
      throws CardUnavailableException, ProtocolException {
    Bytes named = protocol(offer, kind);
    if (offer.reference().isEmpty()) {
      return setTemplate(named);
    }
    Bytes withParameters =
        Bytes.concat(named, Template.object(0x84, reference(offer.reference().getAsInt())));
    Answer answer = setTemplate(offer.ambiguous() ? withParameters : named);
    return answer.statusWord() == Answer.WRONG_DATA
            || answer.statusWord() == Answer.LENGTH_AGAINST_PARAMETERS
        ? setTemplate(offer.ambiguous() ? named : withParameters)
        : answer;
  }

  private static Bytes protocol(PaceOffer offer, AccessKey.Kind kind) {
    int password =
        switch (kind) {
          case MRZ -> 1;
          case CAN -> 2;
          case PIN -> 3;
          case PUK -> 4;
        };
    return Bytes.concat(
        Template.object(0x80, Oids.value(offer.variant().oid())),
        Template.object(0x83, Bytes.of((byte) password)));
  }

  private static Bytes reference(int parameterId) {
    return Bytes.of(BigInteger.valueOf(parameterId).toByteArray());
  }

  private Answer setTemplate(Bytes data) throws CardUnavailableException, ProtocolException {
    return channel.transmit(Apdu.of(MANAGE_SECURITY_ENVIRONMENT, 0xC1, 0xA4, data, 0));
  }

  private static void requireUsable(AccessKey.Kind kind, Answer answer)
      throws AccessDeniedException {
    if (PaceRefusal.isBlocked(kind, answer)) {
      throw PaceRefusal.blocked(kind, answer);
    }
    if (answer.statusWord() == DEACTIVATED) {
      throw PaceRefusal.deactivated(kind, answer);
    }
  }
}
