package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SELECT and READ BINARY, ICAO 9303-10 §3.6, and who may. */
class FileAccessTest {
  private static final int LONG_FILE = 70_000;

  @ParameterizedTest
  @ValueSource(strings = {"00A40000023F00", "00A4000C023F00", "00A4000C", "00A40000"})
  void theMasterFileIsSelectedInSeveralForms(String command) throws CardRemovedException {
    TestTerminal terminal = terminal(free());
    terminal.send(SELECT_APPLICATION);
    assertEquals("9000", terminal.send(command));
    assertEquals("9000", terminal.send("00A4020C02011C"));
  }

  @ParameterizedTest
  @CsvSource({
    "00A4020C02011E, 9000",
    "00A4000C02011E, 9000",
    "00A4020402011E00, 620E8002000582010183 02011E8801F09000",
    "00A4020C020111, 6A82",
    "00A4020C0201, 6700",
    "00A4020C01E1, 6700",
    "00A4050C02011E, 6A86",
    "00A4021F02011E, 6A86",
    "00A4040C06A00000024710, 6A82",
  })
  void selectingAnswersWhatTheStandardSays(String command, String answer)
      throws CardRemovedException {
    TestTerminal terminal = terminal(free());
    terminal.send(SELECT_APPLICATION);
    assertEquals(answer.replace(" ", ""), terminal.send(command));
  }

  @ParameterizedTest
  @CsvSource({
    "00B0000000, 01020304059000",
    "00B0000002, 01029000",
    "00B0000300, 04059000",
    "00B0000500, 6B00",
    "00B07FFF00, 6B00",
    "00B00000, 6700",
    "00B0000001AA00, 6700",
    "00B0000000000A, 01020304059000",
    "00B09E0100, 020304059000",
    "00B09F0000, 6A86",
    "00B0800000, 6A86",
    "00B0C00000, 6A86",
    "00B0910000, 6A82",
    "00B1000003540100 00, 530501020304059000",
    "00B1000003540103 04, 530204059000",
    "00B1000006540400000002 04, 530203049000",
    "00B1001E03540100 03, 5301019000",
    "00B1011E03540100 03, 5301019000",
    "00B1000003540105 00, 6B00",
    "00B1000003550100 00, 6A80",
    "00B10000025400 00, 6A80",
    "00B1000007540500000000 0000, 6A80",
    "00B1000003540500 00, 6A80",
    "00B1000003540100 02, 6700",
    "00B1000003540100, 6700",
  })
  void readingAnswersWhatTheStandardSays(String command, String answer)
      throws CardRemovedException {
    TestTerminal terminal = terminal(free());
    terminal.send(SELECT_APPLICATION);
    terminal.send("00A4020C02011E");
    assertEquals(answer, terminal.send(command.replace(" ", "")));
  }

  @Test
  void aLongFileIsReadPast64KilobytesByItsOffsetObject() throws CardRemovedException {
    TestTerminal terminal = terminal(free());
    terminal.send(SELECT_APPLICATION);
    terminal.send("00A4020C020102");
    // Offset 65,600 = 010040 in three bytes; the file holds the low byte of each offset.
    assertEquals("530240419000", terminal.send("00B10000055403010040" + "04"));
    String most = terminal.send("00B100000000055403000000" + "0000");
    assertTrue(most.startsWith("5382"), most.substring(0, 8));
    assertTrue(most.length() / 2 <= 65_535);
  }

  @Test
  void noCurrentFileIs6986() throws CardRemovedException {
    assertEquals("6986", terminal(free()).send("00B0000000"));
  }

  @Test
  void theMasterFileReadsByShortIdentifier() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    assertEquals("31009000", terminal.send("00B09C0000"));
    assertEquals("800102039000", terminal.send("00B0810000"));
  }

  @Test
  void beforeAccessEveryFileOfTheApplicationAnswers6982() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    assertEquals("9000", terminal.send(SELECT_APPLICATION));
    assertEquals("6982", terminal.send("00A4020C02011E"));
    assertEquals("6982", terminal.send("00A4020C020111"));
    assertEquals("6982", terminal.send("00B09E0000"));
    assertEquals("6982", terminal.send("00B0000000"));
    assertEquals("6982", terminal.send("00B1011E0354010000"));
  }

  @Test
  void afterAccessRefusalsAreProtected() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    assertEquals("9000", terminal.sendProtected("00A4020C02011E"));
    assertEquals("01020304059000", terminal.sendProtected("00B0000000"));
    assertEquals("530204059000", terminal.sendProtected("00B100000354010300"));
    assertEquals("6A82", terminal.sendProtected("00A4020C020111"));
    assertEquals("6982", terminal.sendProtected("00A4020C020103"));
    assertEquals("6A81", terminal.sendProtected("00A4020C020104"));
    assertEquals("6B00", terminal.sendProtected("00B0000600"));
    assertEquals("6D00", terminal.sendProtected("00FE0000"));
    assertEquals("01020304059000", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void aShortAnswerHoldsNoMoreThanItsProtectionLeaves() throws CardRemovedException {
    TestTerminal terminal = terminal(protectedByBac());
    terminal.openByBac();
    String answer = terminal.sendProtected("00B0820000");
    assertEquals(231, answer.length() / 2 - 2);
    assertEquals(4096, terminal.sendProtected("00B08200001000").length() / 2 - 2);
  }

  @Test
  void aChipWithoutExtendedLengthAnswers6700() throws CardRemovedException {
    TestTerminal terminal = terminal(image().shortLengthOnly().build());
    assertEquals("6700", terminal.send("00B09C00000000"));
    assertEquals("31009000", terminal.send("00B09C0000"));
  }

  @Test
  void aChipWithASmallBufferGivesLess() throws CardRemovedException {
    TestTerminal terminal = terminal(image().maxResponseData(3).build());
    terminal.send(SELECT_APPLICATION);
    assertEquals("0102039000", terminal.send("00B09E0000"));
  }

  static TestTerminal terminal(ChipImage image) {
    return new TestTerminal(new VirtualCard(image, new SecureRandom()));
  }

  static ChipImage protectedByBac() {
    return image().mrzKey(TestTerminal.MRZ).build();
  }

  private static ChipImage free() {
    return image().build();
  }

  private static ChipImage.Builder image() {
    byte[] counted = new byte[LONG_FILE];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = (byte) i;
    }
    return ChipImage.builder()
        .masterFile(0x011C, new byte[] {0x31, 0x00})
        .masterFile(0x2F01, HexFormat.of().parseHex("80010203"))
        .file(0x011E, new byte[] {1, 2, 3, 4, 5})
        .file(0x0102, counted)
        .locked(0x0103)
        .statusFor(0x0104, 0x6A81);
  }
}
