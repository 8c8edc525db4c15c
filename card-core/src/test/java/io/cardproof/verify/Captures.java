package io.cardproof.verify;

import io.cardproof.CardInspector;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenQr;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Evidence of simulated cards. */
final class Captures {
  static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");

  private Captures() {}

  /** A card, what it should be trusted by, and what an inspection brought back. */
  record Capture(SimulatedCard card, TrustStore trust, Evidence evidence) {}

  static Capture of(String persona, String... faults) throws Exception {
    return of(11, persona, faults);
  }

  static Capture of(long seed, String persona, String... faults) throws Exception {
    return of(IssuedCards.at(Clock.fixed(NOW, ZoneOffset.UTC), seed, persona, faults));
  }

  static Capture of(SimulatedCard card) throws Exception {
    TrustStore trust = SimulatedParties.trust(card);
    CardInspector inspector =
        CardInspector.builder(trust).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    VirtualCard chip = card.newChip();
    try (CardLink link = CardLink.of("simulated", Bytes.of(chip.atr()), chip::transmit);
        AccessKey key = key(card)) {
      return new Capture(card, trust, inspector.capture(link, key, CHALLENGE));
    }
  }

  private static AccessKey key(SimulatedCard card) throws Exception {
    return card.qr().isPresent()
        ? CitizenQr.parse(card.qr().get()).accessKey()
        : AccessKey.mrzLines(String.join("\n", card.mrz()));
  }
}
