package io.cardproof.reader.scuba;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.CardInspector;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.SimulatedTerminals;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.smartcardio.CardTerminal;
import net.sf.scuba.smartcards.TerminalCardService;
import org.junit.jupiter.api.Test;

class ScubaLinkTest {
  // Held, so that its level stays: scuba logs a stack trace for an empty reader.
  private static final Logger SCUBA = Logger.getLogger("net.sf.scuba");
  private static final byte[] SELECT_NOTHING = {0x00, (byte) 0xA4, 0x04, 0x0C, 0x01, 0x00};

  @Test
  void whoHasACardServiceInspectsTheSameCard() throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona("cccd-2021").seed(1).build();
    try (AccessKey key = SimulatedLinks.can(card);
        ScubaLink link = ScubaLink.open("Counter", service(card.newChip()))) {
      Evidence evidence = inspector().capture(link, key, Bytes.ofHex("0102030405060708"));
      assertEquals("Counter", evidence.reader().name());
      assertEquals(Bytes.of(card.newChip().atr()), evidence.reader().atr());
      for (EvidenceFile file : evidence.files()) {
        if (!file.id().inMasterFile()) {
          assertArrayEquals(
              card.image().file(file.id().fid()).orElseThrow(), file.content().toByteArray());
        }
      }
    }
  }

  @Test
  void whatTheCardSaysComesBackUnchanged() throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona("cccd-2021").seed(1).build();
    byte[] expected = card.newChip().transmit(SELECT_NOTHING);
    try (ScubaLink link = ScubaLink.open("Counter", service(card.newChip()))) {
      assertArrayEquals(expected, link.transmit(SELECT_NOTHING));
    }
  }

  @Test
  void aCardThatGoesAwayIsUnavailable() throws Exception {
    SimulatedCard card =
        SimulatedCard.builder().persona("cccd-2021").fault("removed-at=1").seed(1).build();
    try (ScubaLink link = ScubaLink.open("Counter", service(card.newChip()))) {
      CardUnavailableException gone =
          assertThrows(CardUnavailableException.class, () -> link.transmit(SELECT_NOTHING));
      assertEquals(ErrorCode.CARD_REMOVED, gone.code());
    }
  }

  @Test
  void anEmptyReaderIsUnavailable() {
    SCUBA.setLevel(Level.OFF);
    CardTerminal empty = SimulatedTerminals.named("Counter").terminals().get(0);
    assertThrows(
        CardUnavailableException.class,
        () -> ScubaLink.open("Counter", new TerminalCardService(empty)).close());
  }

  private static CardInspector inspector() throws MalformedInputException {
    return CardInspector.builder(TrustStore.builder().build()).build();
  }

  private static TerminalCardService service(VirtualCard chip) throws Exception {
    return new TerminalCardService(
        SimulatedTerminals.factory(Map.of("Counter", chip)).terminals().list().get(0));
  }
}
