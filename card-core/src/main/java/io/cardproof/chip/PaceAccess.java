package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Opens a chip by PACE: chooses among the offers, and resumes a suspended PIN. */
final class PaceAccess {
  private final ApduPort port;
  private final SecureRandom random;

  PaceAccess(ApduPort port, SecureRandom random) {
    this.port = port;
    this.random = random;
  }

  /**
   * An open chip.
   *
   * @param channel the new channel
   * @param offer the offer that was used
   * @param proof what Chip Authentication Mapping proved
   * @param chipIdentifier ID_PICC of Terminal Authentication
   */
  record Opened(
      SecureMessaging channel, PaceOffer offer, Optional<ChipProof> proof, Bytes chipIdentifier) {}

  /**
   * Opens the chip in the master file. One attempt with each key, whatever the chip says.
   *
   * @param offers at least one, the one to try first in front
   * @throws AccessDeniedException if the chip refuses the key
   */
  Opened open(List<PaceOffer> offers, AccessKey key)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Channel plain = new PlainChannel(port);
    PaceSelection.Selected selected = new PaceSelection(plain).choose(offers, key.kind());
    if (!selected.suspends(key.kind())) {
      return run(plain, selected.offer(), key);
    }
    Optional<AccessKey> resumedBy = key.resumedBy();
    if (resumedBy.isEmpty()) {
      throw PaceRefusal.suspended(selected.answer());
    }
    return resume(offers, resumedBy.get(), key);
  }

  /**
   * Opens the chip by an offer that it has not made; empty if it refuses to hear of it.
   *
   * @throws AccessDeniedException if the chip refuses the key
   */
  Optional<Opened> probe(PaceOffer offer, AccessKey key)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Channel plain = new PlainChannel(port);
    return new PaceSelection(plain).probe(offer, key.kind()).isPresent()
        ? Optional.of(run(plain, offer, key))
        : Optional.empty();
  }

  // TR-03110-2 §3.3.2: the last attempt at a PIN is taken inside a channel that the CAN opened, so
  // that nobody who only passes by can block it.
  private Opened resume(List<PaceOffer> offers, AccessKey can, AccessKey pin)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Channel plain = new PlainChannel(port);
    PaceOffer offer = new PaceSelection(plain).choose(offers, can.kind()).offer();
    try (SecureMessaging resumed = run(plain, offer, can).channel()) {
      return run(resumed, new PaceSelection(resumed).choose(offers, pin.kind()).offer(), pin);
    }
  }

  private Opened run(Channel channel, PaceOffer offer, AccessKey key)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Pace.Outcome outcome = new Pace(channel, random, offer, key).run();
    return new Opened(
        SecureMessaging.fromZero(port, outcome.keys()),
        offer,
        outcome.proof(),
        outcome.chipIdentifier());
  }
}
