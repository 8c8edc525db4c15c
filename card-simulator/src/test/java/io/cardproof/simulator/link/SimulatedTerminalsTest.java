package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatedTerminalsTest {
  private static final CommandAPDU UNKNOWN_COMMAND = new CommandAPDU(0, 0xFE, 0, 0);

  @Test
  void carriesCommandsToTheCard() throws CardException {
    VirtualCard chip = card(ChipImage.builder().build());
    CardTerminal terminal =
        SimulatedTerminals.factory(Map.of("Counter", chip)).terminals().list().get(0);
    assertEquals("Counter", terminal.getName());
    Card card = terminal.connect("*");
    assertArrayEquals(chip.atr(), card.getATR().getBytes());
    assertEquals(0x6D00, card.getBasicChannel().transmit(UNKNOWN_COMMAND).getSW());
    card.disconnect(true);
    assertThrows(
        IllegalStateException.class, () -> card.getBasicChannel().transmit(UNKNOWN_COMMAND));
  }

  @Test
  void aRemovedCardIsACardExceptionAndThenAbsent() throws CardException {
    SimulatedTerminals terminals = SimulatedTerminals.named("Counter");
    SimulatedTerminal terminal = terminals.terminals().get(0);
    terminal.insert(card(ChipImage.builder().removedAt(1).build()));
    Card card = terminal.connect("T=1");
    assertThrows(CardException.class, () -> card.getBasicChannel().transmit(UNKNOWN_COMMAND));
    assertFalse(terminal.isCardPresent());
    assertThrows(CardNotPresentException.class, () -> terminal.connect("*"));
  }

  @Test
  void aCommandThatIsNoApduIsAnIllegalArgument() throws CardException {
    SimulatedTerminals terminals = SimulatedTerminals.named("Counter");
    SimulatedTerminal terminal = terminals.terminals().get(0);
    terminal.insert(card(ChipImage.builder().build()));
    CardChannel channel = terminal.connect("*").getBasicChannel();
    ByteBuffer room = ByteBuffer.allocate(258);
    assertThrows(
        IllegalArgumentException.class, () -> channel.transmit(ByteBuffer.allocate(3), room));
    ByteBuffer command = ByteBuffer.wrap(UNKNOWN_COMMAND.getBytes());
    assertThrows(
        IllegalArgumentException.class, () -> channel.transmit(command, ByteBuffer.allocate(2)));
    assertEquals(2, channel.transmit(command, room));
  }

  @Test
  void waitingSeesInsertionAndRemoval() throws Exception {
    SimulatedTerminals terminals = SimulatedTerminals.named("One", "Two");
    SimulatedTerminal two = terminals.terminals().get(1);
    CardTerminals list = terminals.factory().terminals();
    assertFalse(list.waitForChange(60));
    Thread inserting = new Thread(() -> two.insert(card(ChipImage.builder().build())));
    inserting.start();
    assertTrue(list.waitForChange(10_000));
    assertEquals(List.of(two), list.list(CardTerminals.State.CARD_PRESENT));
    assertTrue(two.waitForCardPresent(1000));
    two.remove();
    assertTrue(two.waitForCardAbsent(1000));
    inserting.join();
  }

  private static VirtualCard card(ChipImage image) {
    return new VirtualCard(image, new SecureRandom());
  }
}
