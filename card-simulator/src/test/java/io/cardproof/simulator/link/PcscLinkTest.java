package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.security.SecureRandom;
import java.time.Duration;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The link through the real PC/SC service and the JDK's own reader classes. */
@Timeout(60)
class PcscLinkTest {
  private static final CommandAPDU UNKNOWN_COMMAND = new CommandAPDU(0, 0xFE, 0, 0);

  @BeforeEach
  void pcscd() {
    PcscRequired.orSkip();
  }

  @Test
  void theCardIsSeenAndAnswers() throws Exception {
    ChipImage image = ChipImage.builder().build();
    try (VpcdLink link = link(image)) {
      CardTerminal terminal = terminal();
      assertTrue(terminal.waitForCardPresent(5000));
      Card card = terminal.connect("T=1");
      assertArrayEquals(image.atr(), card.getATR().getBytes());
      assertEquals(0x6D00, card.getBasicChannel().transmit(UNKNOWN_COMMAND).getSW());
      card.disconnect(true);
      link.eject();
      assertTrue(terminal.waitForCardAbsent(5000));
      link.insert();
      assertTrue(terminal.waitForCardPresent(5000));
    }
  }

  @Test
  void aCardThatLeavesDuringACommandComesBack() throws Exception {
    try (VpcdLink link = link(ChipImage.builder().removedAt(2).build())) {
      CardTerminal terminal = terminal();
      assertTrue(terminal.waitForCardPresent(5000));
      Card card = terminal.connect("T=1");
      assertEquals(0x6D00, card.getBasicChannel().transmit(UNKNOWN_COMMAND).getSW());
      // The JDK reports an empty answer in this way.
      Exception lost =
          assertThrows(Exception.class, () -> card.getBasicChannel().transmit(UNKNOWN_COMMAND));
      assertTrue(lost instanceof CardException || lost instanceof IllegalArgumentException);
      assertTrue(terminal.waitForCardAbsent(5000));
      link.awaitPowered(Duration.ofSeconds(5));
      assertTrue(terminal.waitForCardPresent(5000));
    }
  }

  private static VpcdLink link(ChipImage image) throws Exception {
    VpcdLink link =
        VpcdLink.connect(PcscRequired.SLOT_0, new VirtualCard(image, new SecureRandom()));
    link.awaitPowered(Duration.ofSeconds(5));
    return link;
  }

  private static CardTerminal terminal() throws CardException {
    return TerminalFactory.getDefault().terminals().list().stream()
        .filter(t -> t.getName().equals("Virtual PCD 00 00"))
        .findFirst()
        .orElseThrow();
  }
}
