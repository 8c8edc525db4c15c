package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String READ_COM = "00B09E0000";

  private final VirtualCard card =
      new VirtualCard(
          ChipImage.builder()
              .mrzKey(TestTerminal.MRZ)
              .file(0x011E, HEX.parseHex("0102030405"))
              .build(),
          new SecureRandom());
  private final TestTerminal terminal = new TestTerminal(card);

  @Test
  void commandsAreDecryptedAndAnswersKeepTheirLengthAndStatus() throws CardRemovedException {
    terminal.openByBac();
    terminal.sendProtected(READ_COM);
    terminal.sendProtected("00A4020C020103");
    List<JournalEntry> entries = card.journal().entries();
    assertEquals(5, entries.size());
    JournalEntry read = entries.get(3);
    assertTrue(read.exchange().isProtected());
    assertEquals(0xB0, read.exchange().ins());
    assertEquals(5, read.answer().data().length);
    assertEquals(0x6A82, entries.get(4).answer().statusWord());
    assertEquals("command 4, INS B0, P1P2 9E00, BAC -> 5 bytes, 9000", read.toString());
  }

  @Test
  void noContentIsInItsText() throws CardRemovedException {
    terminal.openByBac();
    terminal.sendProtected(READ_COM);
    String text = card.journal().toString();
    assertFalse(text.contains("0102030405"), text);
    assertEquals(4, text.lines().count());
  }

  @Test
  void aPlainCommandBehindAProtectedOneIsNamed() throws CardRemovedException {
    terminal.openByBac();
    assertEquals(List.of(), card.journal().plainInsideChannel());
    terminal.sendProtected(READ_COM);
    terminal.send(READ_COM);
    assertEquals(1, card.journal().plainInsideChannel().size());
    card.reset();
    terminal.send(SELECT_APPLICATION);
    assertEquals(1, card.journal().plainInsideChannel().size());
  }

  @Test
  void bytesThatWereReadBeforeAreNamed() throws CardRemovedException {
    terminal.openByBac();
    terminal.sendProtected("00B09E0002");
    terminal.sendProtected("00B0000203");
    terminal.sendProtected("00B0000500");
    assertEquals(List.of(), card.journal().readAgain());
    terminal.sendProtected("00B0000401");
    terminal.sendProtected("00B100000354010000");
    assertEquals(2, card.journal().readAgain().size());
  }

  @ParameterizedTest
  @CsvSource({
    "00A4040007A0000002471001, ''",
    "00A4020C02011E, ''",
    "00A4020C02011E00, Le although P2 wants no answer",
    "00A4080C02011E, P1 and the name do not go together",
    "00B0000000, ''",
    "00B00000, there is no Le",
    "00B000000101, READ BINARY has data; there is no Le",
    "00B100000354010000, ''",
    "00B10000025100, the offset is not one object 54; there is no Le",
    "10B0000000, the instruction takes no chain",
    "80B0000000, the class byte is not 00 or 10",
    "0084000008, ''",
    "0084000000, Lc or Le is not as it must be",
    "00880000080102030405060708, there is no Le",
    "0086000002010200, the data are not one object 7C",
    "00FE0000, the instruction is none of these protocols",
    "0CB09E0000, 'the objects are not 87, 97, 8E in order'"
  })
  void theFormOfACommandIsChecked(String command, String objections) throws CardRemovedException {
    terminal.send(command);
    JournalEntry entry = card.journal().entries().get(0);
    assertEquals(objections, String.join("; ", CommandSyntax.objections(entry.exchange())));
    assertEquals(objections.isEmpty(), card.journal().objections().isEmpty());
  }

  @Test
  void theFormOfProtectionIsChecked() throws CardRemovedException {
    terminal.openByBac();
    byte[] command = terminal.protect(READ_COM);
    byte[] withoutLe = Arrays.copyOf(command, command.length - 1);
    terminal.send(HEX.formatHex(withoutLe));
    assertEquals(1, card.journal().objections().size());
  }

  @Test
  void onlyTheLastCommandsAreKept() throws CardRemovedException {
    for (int i = 0; i < 10_010; i++) {
      terminal.send("00FE0000");
    }
    assertEquals(10_000, card.journal().entries().size());
    assertEquals(11, card.journal().entries().get(0).exchange().number());
  }
}
