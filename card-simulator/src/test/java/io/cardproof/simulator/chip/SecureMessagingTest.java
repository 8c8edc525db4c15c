package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secure messaging under every cipher that PACE agrees on, ICAO 9303-11 §9.8. */
class SecureMessagingTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String ECDH_GM = "0.4.0.127.0.7.2.2.4.2.";
  private static final int SECP256R1 = 12;
  private static final int CAN = 2;
  private static final String RIGHT_CAN = "500540";
  private static final String RIGHT_PIN = "123456";
  private static final int LONG = 70_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void filesAreReadInShortAndLongCommandsOfBothInstructions(int cipher)
      throws CardRemovedException {
    TestTerminal terminal = opened(cipher);
    assertEquals("9000", terminal.sendProtected(SELECT_APPLICATION));
    assertEquals("9000", terminal.sendProtected("00A4020C02011E"));
    assertEquals("01020304059000", terminal.sendProtected("00B0000000"));
    assertEquals("530204059000", terminal.sendProtected("00B100000354010300"));
    assertEquals("9000", terminal.sendProtected("00A4020C020102"));
    assertEquals(20_000, dataLength(terminal.sendProtected("00B00000004E20")));
    String odd = terminal.sendProtected("00B10000000005540301000000C8");
    assertTrue(odd.startsWith("5381C5"), odd.substring(0, 6));
    assertEquals("6A82", terminal.sendProtected("00A4020C020111"));
    assertEquals("6D00", terminal.sendProtected("00FE0000"));
  }

  /** 231 bytes of plain data fit under triple DES, 223 under AES. */
  @ParameterizedTest
  @CsvSource({"1, 231", "2, 223", "3, 223", "4, 223"})
  void aShortAnswerHoldsWhatItsProtectionLeaves(int cipher, int most) throws CardRemovedException {
    TestTerminal terminal = opened(cipher);
    terminal.sendProtected(SELECT_APPLICATION);
    assertEquals(most, dataLength(terminal.sendProtected("00B0820000")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theCounterCarriesOverItsBytes(int cipher) throws CardRemovedException {
    TestTerminal terminal = opened(cipher);
    for (int i = 0; i < 300; i++) {
      assertEquals("30009000", terminal.sendProtected("00B09C0000"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aWrongMacAndAMissingOneEndTheSession(int cipher) throws CardRemovedException {
    for (List<String> end : List.of(List.of("", "6988"), List.of("0CB09E00039701 0000", "6987"))) {
      TestTerminal terminal = opened(cipher);
      terminal.sendProtected(SELECT_APPLICATION);
      String command = end.get(0).replace(" ", "");
      assertEquals(end.get(1), terminal.send(command.isEmpty() ? forged(terminal) : command));
      assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
      assertEquals("6982", terminal.send("00B09E0000"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aSecondChannelStartsItsCounterAtZero(int cipher) throws CardRemovedException {
    TestTerminal terminal = opened(cipher);
    PaceTerminal second = PaceTerminal.inside(terminal, profile(cipher));
    assertEquals("9000", second.open(3, RIGHT_PIN));
    assertEquals("9000", terminal.sendProtected(SELECT_APPLICATION));
    assertEquals("01020304059000", terminal.sendProtected("00B09E0000"));
  }

  private static String forged(TestTerminal terminal) {
    byte[] command = terminal.protect("00B09E0000");
    command[command.length - 2] ^= 1;
    return HEX.formatHex(command);
  }

  private static int dataLength(String answer) {
    assertTrue(answer.endsWith("9000"));
    return answer.length() / 2 - 2;
  }

  private static PaceProfile profile(int cipher) {
    return PaceProfile.of(ECDH_GM + cipher, SECP256R1);
  }

  private static TestTerminal opened(int cipher) throws CardRemovedException {
    ChipImage image =
        ChipImage.builder()
            .can(RIGHT_CAN)
            .pin(RIGHT_PIN, 3)
            .pace(ECDH_GM + cipher, SECP256R1)
            .masterFile(0x011C, new byte[] {0x30, 0})
            .file(0x011E, new byte[] {1, 2, 3, 4, 5})
            .file(0x0102, new byte[LONG])
            .build();
    TestTerminal terminal = new TestTerminal(new VirtualCard(image, new SecureRandom()));
    assertEquals("9000", PaceTerminal.plain(terminal, profile(cipher)).open(CAN, RIGHT_CAN));
    return terminal;
  }
}
