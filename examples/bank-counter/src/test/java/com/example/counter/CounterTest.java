package com.example.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.junit.PcscReader;
import io.cardproof.simulator.junit.SimulatedDocument;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counter with cards of every kind, without a reader and without a card. */
@SimulatedDocument(persona = "cccd-2021", seed = 7)
class CounterTest {

  @Test
  void anAuthenticCardOpensAnAccount(SimulatedCard card, VirtualCard chip) throws Exception {
    Decision decision = serve(card, chip, card.can().orElseThrow());

    Customer customer = assertInstanceOf(Decision.OpenAccount.class, decision).customer();
    assertTrue(card.mrz().get(0).contains(customer.documentNumber()));
  }

  @Test
  @SimulatedDocument(faults = "clone", seed = 7)
  void aCopiedChipIsRejected(SimulatedCard card, VirtualCard chip) throws Exception {
    Decision decision = serve(card, chip, card.can().orElseThrow());

    assertEquals(new Decision.Reject(List.of("clone-suspected")), decision);
  }

  @Test
  @SimulatedDocument(faults = "dg2-changed", seed = 7)
  void aChangedPortraitIsRejected(SimulatedCard card, VirtualCard chip) throws Exception {
    Decision decision = serve(card, chip, card.can().orElseThrow());

    assertEquals(new Decision.Reject(List.of("hash-mismatch")), decision);
  }

  @Test
  @SimulatedDocument(faults = "unknown-csca", seed = 7)
  void aCardOfAnUnknownAuthorityGoesToReview(SimulatedCard card, VirtualCard chip)
      throws Exception {
    Decision decision = serve(card, chip, card.can().orElseThrow());

    assertEquals(new Decision.Review(List.of("csca-unknown")), decision);
  }

  @Test
  @SimulatedDocument(faults = "expired", seed = 7)
  void anExpiredCardOpensNothing(SimulatedCard card, VirtualCard chip) throws Exception {
    Decision decision = serve(card, chip, card.can().orElseThrow());

    assertInstanceOf(Decision.AskForValidCard.class, decision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "999999"})
  void aWrongNumberIsAskedForAgain(String can, SimulatedCard card, VirtualCard chip)
      throws Exception {
    assertEquals(new Decision.AskForTheNumberAgain(), serve(card, chip, can));
  }

  @Nested
  @SimulatedDocument(faults = "removed-at=9", seed = 7)
  class WhenTheCardIsPulledTooEarly {
    @Test
    void itIsPresentedAgain(SimulatedCard card, VirtualCard chip) throws Exception {
      String can = card.can().orElseThrow();
      assertEquals(new Decision.PresentAgain(), serve(card, chip, can));

      chip.reset(); // back on the reader

      assertInstanceOf(Decision.OpenAccount.class, serve(card, chip, can));
    }
  }

  @Test
  void theSameThroughAReaderOfThisProcess(SimulatedCard card, TerminalFactory readers)
      throws Exception {
    try (CardLink link =
        PcscReaders.of(readers).waitForCard(Optional.empty(), Duration.ofSeconds(5))) {
      assertInstanceOf(Decision.OpenAccount.class, serve(card, link, card.can().orElseThrow()));
    }
  }

  /** Skipped where no PC/SC service with a virtual reader runs. */
  @Test
  void theSameThroughTheRealPcsc(SimulatedCard card, PcscReader reader) throws Exception {
    try (CardLink link =
        PcscReaders.system().waitForCard(Optional.of(reader.name()), Duration.ofSeconds(5))) {
      assertInstanceOf(Decision.OpenAccount.class, serve(card, link, card.can().orElseThrow()));
    }
  }

  private static Decision serve(SimulatedCard card, VirtualCard chip, String can)
      throws InspectionException {
    try (CardLink link = CardLink.of("test", Bytes.of(chip.atr()), chip::transmit)) {
      return serve(card, link, can);
    }
  }

  private static Decision serve(SimulatedCard card, CardLink link, String can)
      throws InspectionException {
    try (AccessKey key = AccessKey.can(can)) {
      return new Counter(trust(card)).serve(link, key);
    }
  }

  /** Trusts the test authority of the simulator, which no real counter does. */
  private static TrustStore trust(SimulatedCard card) throws InspectionException {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    for (byte[] certificate : card.trust()) {
      trust.addCertificate(Bytes.of(certificate), "simulator");
    }
    return trust.build();
  }
}
