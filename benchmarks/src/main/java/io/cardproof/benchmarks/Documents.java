package io.cardproof.benchmarks;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenQr;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Documents of simulated citizen cards, the same in every run. */
final class Documents {
  static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");

  private Documents() {}

  /** What a chip was read as, and who signed it. */
  record Document(Evidence evidence, Bytes csca, Bytes crl) {}

  static TrustStore trust(Document document) {
    try {
      return TrustStore.builder()
          .allowTestAnchors()
          .addCertificate(document.csca(), "simulator")
          .addCrl(document.crl(), "simulator")
          .build();
    } catch (MalformedInputException e) {
      throw new IllegalStateException("the simulator's certificates cannot be read", e);
    }
  }

  static Evidence withoutProofs(Evidence evidence) {
    return new Evidence(
        evidence.files(),
        evidence.access(),
        List.of(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  static Document citizenCard(long seed) {
    try {
      return read(seed);
    } catch (IOException | InspectionException e) {
      throw new IllegalStateException("the simulated card cannot be read", e);
    }
  }

  private static Document read(long seed) throws IOException, InspectionException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    SimulatedCard card =
        SimulatedCard.builder().persona("cccd-2021").seed(seed).clock(clock).build();
    CardInspector inspector =
        CardInspector.builder(TrustStore.builder().build()).clock(clock).build();
    VirtualCard chip = card.newChip();
    try (CardLink link = CardLink.of("simulated", Bytes.of(chip.atr()), chip::transmit);
        AccessKey key = CitizenQr.parse(card.qr().orElseThrow()).accessKey()) {
      return new Document(
          inspector.capture(link, key, CHALLENGE),
          Bytes.of(card.trust().get(0)),
          Bytes.of(card.crl()));
    }
  }
}
