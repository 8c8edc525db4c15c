package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.FileAccessTest.protectedByBac;
import static io.cardproof.simulator.chip.FileAccessTest.terminal;
import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a session, what a chip refuses, and that nothing breaks it. */
class SessionRulesTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SET_PACE = "0022C1A40F800A04007F00070202040202";
  private static final String STEP_1 = "10860000027C0000";

  @ParameterizedTest
  @CsvSource({
    "00, 6700",
    "00B000, 6700",
    "00B00000000000000000, 6700",
    "00A4020C05011E, 6700",
    "80B0000000, 6E00",
    "01B0000000, 6E00",
    "10B0000000, 6884",
    "00FE0000, 6D00",
    "0CB000000D9701048E08ED6705417E96BA5500, 6988",
    "0084000004, 6C08",
    "00840000, 6700",
    "0084010008, 6A86",
    "0088000008000000000000000000, 6D00",
    "0022C1A4, 6D00",
    "0022C1B6, 6A86",
  })
  void aCommandThatIsNotInOrderHasItsStatusWord(String command, String answer)
      throws CardRemovedException {
    assertEquals(answer, terminal(protectedByBac()).send(command));
  }

  @Test
  void aPlainCommandEndsSecureMessaging() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    assertEquals("6982", terminal.send("00B09E0000"));
    assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
    terminal.openByBac();
    assertEquals("01020304059000", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void aWrongMacEndsTheSessionWith6988() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    byte[] command = terminal.protect("00B09E0000");
    command[command.length - 2] ^= 1;
    assertEquals("6988", terminal.send(HEX.formatHex(command)));
    assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
    assertEquals("6982", terminal.send("00B09E0000"));
  }

  @ParameterizedTest
  @CsvSource({
    "0CB09E00039701 0000, 6987",
    "0CB09E0000, 6987",
    "0CB09E00049701008E00, 6988",
    "0CB09E000A8E08000000000000000000, 6988",
    "0CB09E0003870100 00, 6987",
    "0CB09E000681 01 00 97 01 00 00, 6988",
  })
  void missingOrWrongObjectsEndTheSession(String command, String answer)
      throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    assertEquals(answer, terminal.send(command.replace(" ", "")));
    assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void aRepeatedCommandIsRefused() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    String command = HEX.formatHex(terminal.protect("00B09E0000"));
    assertNotEquals("6988", terminal.send(command));
    assertEquals("6988", terminal.send(command));
  }

  @Test
  void bacChecksEverythingAndTakesAChallengeOnce() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    String forged = "0082000028" + "00".repeat(40) + "28";
    assertEquals("6985", terminal.send(forged));
    terminal.send(SELECT_APPLICATION);
    assertEquals("6985", terminal.send(forged));
    terminal.send("0084000008");
    assertEquals("6300", terminal.send(forged));
    assertEquals("6985", terminal.send(forged));
    terminal.send("0084000008");
    assertEquals("6700", terminal.send("0082000008000000000000000028"));
    terminal.send("0084000008");
    assertEquals("6C28", terminal.send("0082000028" + "00".repeat(40) + "10"));
  }

  @ParameterizedTest
  @CsvSource({
    "0022C1A40F800A04007F00070202040202830102, 9000",
    "0022C1A412800A04007F0007020204020283010284010D, 9000",
    "0022C1A412800A04007F0007020204020283010284010C, 6A88",
    "0022C1A40F800A04007F00070202040203830102, 6A80",
    "0022C1A40F800A04007F00070202040202830103, 6A88",
    "0022C1A40F800A04007F00070202040202830101, 6A88",
    "0022C1A40C800A04007F00070202040202, 6A80",
    "0022C1A403830102, 6A80",
    "0022C1A40F800A04007F00070202040202830202, 6A80",
  })
  void paceTakesOnlyWhatItOffers(String command, String answer) throws CardRemovedException {
    assertEquals(answer, terminal(paceByCan()).send(command));
  }

  @Test
  void paceIsRefusedInsideTheApplication() throws CardRemovedException {
    TestTerminal terminal = terminal(paceByCan());
    terminal.send(SELECT_APPLICATION);
    assertEquals("6985", terminal.send(SET_PACE + "830102"));
  }

  @Test
  void paceStepsComeInTheirOrder() throws CardRemovedException {
    TestTerminal terminal = terminal(paceByCan());
    assertEquals("6985", terminal.send(STEP_1));
    terminal.send(SET_PACE + "830102");
    assertEquals("6985", terminal.send("00860000027C0000"));
    terminal.send(SET_PACE + "830102");
    assertEquals("6A80", terminal.send("10860000047C02810000"));
    assertEquals("6985", terminal.send(STEP_1));
    terminal.send(SET_PACE + "830102");
    assertEquals(42, terminal.send(STEP_1).length() - 2);
    assertEquals("6A80", terminal.send(STEP_1));
  }

  @Test
  void paceRefusesAPointThatIsNotOnItsCurve() throws CardRemovedException {
    TestTerminal terminal = terminal(paceByCan());
    String offCurve = "10860000457C43814104" + "01".repeat(64) + "00";
    terminal.send(SET_PACE + "830102");
    terminal.send(STEP_1);
    assertEquals("6A80", terminal.send(offCurve));
    terminal.send(SET_PACE + "830102");
    terminal.send(STEP_1);
    assertEquals("6A80", terminal.send("10860000057C0381010000"));
  }

  @Test
  void aWrongTokenIs6300AndGivesNoAccess() throws CardRemovedException {
    VirtualCard card =
        new VirtualCard(
            ChipImage.builder()
                .mrzKey("T22000129364081251010318")
                .pace("0.4.0.127.0.7.2.2.4.2.2", 13)
                .build(),
            new ScriptedRandomness(
                "3F00C4D39D153F2B2A214A078D899B22",
                "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560",
                "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"));
    TestTerminal terminal = new TestTerminal(card);
    terminal.send(SET_PACE + "830101");
    terminal.send(STEP_1);
    terminal.send(
        "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
            + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00");
    terminal.send(
        "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C35"
            + "56F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200");
    assertEquals("6300", terminal.send("008600000C7C0A8508C2B0BD78D94BA86700"));
    assertEquals("6985", terminal.send("008600000C7C0A8508C2B0BD78D94BA86600"));
    terminal.send(SELECT_APPLICATION);
    assertEquals("6982", terminal.send("00A4020C02011E"));
  }

  @Test
  void aRemovedCardStaysAwayUntilResetAndGoesOnce() throws CardRemovedException {
    VirtualCard card =
        new VirtualCard(ChipImage.builder().removedAt(2).build(), new SecureRandom());
    byte[] select = HEX.parseHex(SELECT_APPLICATION);
    card.transmit(select);
    assertThrows(CardRemovedException.class, () -> card.transmit(select));
    assertThrows(CardRemovedException.class, () -> card.transmit(select));
    card.reset();
    for (int command = 1; command <= 2; command++) {
      assertArrayEquals(new byte[] {(byte) 0x90, 0}, card.transmit(select));
    }
    assertEquals(5, card.commandCount());
  }

  @Test
  void aResetTakesAccessAway() throws CardRemovedException {
    VirtualCard card = new VirtualCard(protectedByBac(), new SecureRandom());
    TestTerminal terminal = new TestTerminal(card);
    terminal.openByBac();
    card.reset();
    assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
    assertEquals("6986", terminal.send("00B0000000"));
  }

  @Test
  void noCommandBreaksTheChip() throws CardRemovedException {
    Random bytes = new Random(2);
    VirtualCard card =
        new VirtualCard(
            ChipImage.builder()
                .can("123456")
                .mrzKey(TestTerminal.MRZ)
                .pace("0.4.0.127.0.7.2.2.4.2.2", 13)
                .file(0x011E, new byte[] {1})
                .build(),
            new SecureRandom());
    int[] classes = {0x00, 0x0C, 0x10, 0x1C};
    int[] instructions = {0x22, 0x82, 0x84, 0x86, 0x88, 0xA4, 0xB0, 0xB1};
    for (int i = 0; i < 20_000; i++) {
      byte[] command = new byte[bytes.nextInt(40)];
      bytes.nextBytes(command);
      if (command.length > 5) {
        command[0] = (byte) classes[bytes.nextInt(classes.length)];
        command[1] = (byte) instructions[bytes.nextInt(instructions.length)];
        command[4] = (byte) (command.length - 5 - bytes.nextInt(2));
      }
      byte[] answer = card.transmit(command);
      assertNotEquals("6F00", HEX.formatHex(answer), () -> HEX.formatHex(command));
    }
  }

  private static ChipImage paceByCan() {
    return ChipImage.builder().can("123456").pace("0.4.0.127.0.7.2.2.4.2.2", 13).build();
  }
}
