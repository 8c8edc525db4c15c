package io.cardproof.chip;

import static io.cardproof.chip.Captures.capture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.link.SimulatedTerminals;
import io.cardproof.simulator.link.VpcdLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole inspections through {@code javax.smartcardio}, and through the real PC/SC service. */
@Timeout(120)
class PcscInspectionTest {
  private static final int FIRST_SLOT = 35963;
  private static final int SECOND_SLOT = 35964;
  private static final String READER = "Virtual PCD 00 00";

  @Test
  void throughSimulatedReaders() throws Exception {
    SimulatedCard card = SimulatedCard.builder().seed(1).build();
    PcscReaders readers =
        PcscReaders.of(SimulatedTerminals.factory(Map.of("simulated", card.newChip())));
    try (CardLink link = readers.waitForCard(Optional.empty(), Duration.ofSeconds(1))) {
      assertInspected(card, link);
    }
  }

  @Test
  void throughTheRealService() throws Exception {
    requireService();
    SimulatedCard card = SimulatedCard.builder().seed(1).build();
    try (VpcdLink vpcd = VpcdLink.connect(address(FIRST_SLOT), card.newChip())) {
      vpcd.awaitPowered(Duration.ofSeconds(5));
      try (CardLink link = wait(READER)) {
        assertInspected(card, link);
      }
      try (CardLink link = wait(READER)) {
        assertInspected(card, link);
      }
    }
  }

  @Test
  void aCardPulledFromTheRealServiceIsUnavailableAndThenReadsAgain() throws Exception {
    requireService();
    SimulatedCard card = SimulatedCard.builder().fault("removed-at=9").seed(1).build();
    try (VpcdLink vpcd = VpcdLink.connect(address(FIRST_SLOT), card.newChip());
        AccessKey key = SimulatedLinks.can(card)) {
      vpcd.awaitPowered(Duration.ofSeconds(5));
      try (CardLink link = wait(READER)) {
        CardUnavailableException e =
            assertThrows(CardUnavailableException.class, () -> capture(link, key));
        assertEquals(ErrorCode.CARD_REMOVED, e.code());
      }
      vpcd.awaitPowered(Duration.ofSeconds(5));
      try (CardLink link = wait(READER)) {
        assertInspected(card, link);
      }
    }
  }

  private static void assertInspected(SimulatedCard card, CardLink link) throws Exception {
    try (AccessKey key = SimulatedLinks.can(card)) {
      Evidence evidence = capture(link, key);
      assertEquals(17, evidence.reading().apdus());
      assertEquals(5, Captures.matching(evidence).size());
      Captures.assertChipAuthenticationHolds(evidence);
      Captures.assertActiveAuthenticationHolds(evidence);
    }
  }

  private static CardLink wait(String reader) throws CardUnavailableException {
    return PcscReaders.system().waitForCard(Optional.of(reader), Duration.ofSeconds(5));
  }

  /** Asks the second slot, so that the first one sees no stray connection. */
  private static void requireService() {
    boolean there = listens(address(SECOND_SLOT));
    String message = "needs pcscd with vsmartcard-vpcd: run under .ci/with-pcscd";
    if (String.valueOf(System.getenv("CARDPROOF_REQUIRE")).contains("pcsc")) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
  }

  private static boolean listens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
