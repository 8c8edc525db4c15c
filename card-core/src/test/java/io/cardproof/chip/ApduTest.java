package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.value.Bytes;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as bytes: the four cases of ISO 7816-4 §5.1, short and extended. */
class ApduTest {
  @ParameterizedTest(name = "{0} bytes of data and Le {1}")
  @CsvSource({
    "0, 0, 00B08102",
    "0, 1, 00B0810201",
    "0, 255, 00B08102FF",
    "0, 256, 00B0810200",
    "0, 257, 00B08102000101",
    "0, 65535, 00B0810200FFFF",
    "0, 65536, 00B08102000000",
    "2, 0, 00B08102020000",
    "2, 256, 00B0810202000000",
    "2, 257, 00B08102000002" + "0000" + "0101",
  })
  void theShortestFormThatCanSayItIsSent(int data, int expected, String command) {
    Apdu apdu = Apdu.of(0xB0, 0x81, 0x02, Bytes.of(new byte[data]), expected);
    assertEquals(command.toLowerCase(Locale.ROOT), Bytes.of(apdu.encode()).toHex());
  }

  @Test
  void moreThan255BytesOfDataNeedExtendedLength() {
    assertArrayEquals(
        Bytes.concat(Bytes.ofHex("0022C1A4FF"), Bytes.of(new byte[255])).toByteArray(),
        Apdu.of(0x22, 0xC1, 0xA4, Bytes.of(new byte[255]), 0).encode());
    assertArrayEquals(
        Bytes.concat(Bytes.ofHex("0022C1A4000100"), Bytes.of(new byte[256])).toByteArray(),
        Apdu.of(0x22, 0xC1, 0xA4, Bytes.of(new byte[256]), 0).encode());
    assertArrayEquals(
        Bytes.concat(Bytes.ofHex("0022C1A400FFFF"), Bytes.of(new byte[65_535])).toByteArray(),
        Apdu.of(0x22, 0xC1, 0xA4, Bytes.of(new byte[65_535]), 0).encode());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 0, 0, 0",
    "256, 0, 0, 0, 0, 0",
    "0, -1, 0, 0, 0, 0",
    "0, 256, 0, 0, 0, 0",
    "0, 0, -1, 0, 0, 0",
    "0, 0, 256, 0, 0, 0",
    "0, 0, 0, -1, 0, 0",
    "0, 0, 0, 256, 0, 0",
    "0, 0, 0, 0, -1, 0",
    "0, 0, 0, 0, 65537, 0",
    "0, 0, 0, 0, 0, 65536",
  })
  void whatNoCommandCanSayIsRefused(int cla, int ins, int p1, int p2, int expected, int data) {
    Bytes content = Bytes.of(new byte[data]);
    assertThrows(
        IllegalArgumentException.class, () -> new Apdu(cla, ins, p1, p2, content, expected));
  }

  @Test
  void everyByteMayHaveAnyValue() {
    Apdu apdu = new Apdu(0xFF, 0xFF, 0xFF, 0xFF, Bytes.empty(), 0);
    assertEquals("ffffffff", Bytes.of(apdu.encode()).toHex());
  }

  @Test
  void aLinkOfAChainSaysThatMoreFollowsAndAsksForNothing() {
    Apdu whole = Apdu.of(0x2A, 0x00, 0xBE, Bytes.ofHex("01020304"), 256);
    assertEquals("102a00be020102", Bytes.of(whole.link(Bytes.ofHex("0102")).encode()).toHex());
    assertEquals(
        "002a00be02030400", Bytes.of(whole.withData(Bytes.ofHex("0304")).encode()).toHex());
  }

  @Test
  void itsTextTellsNeitherParametersNorData() {
    assertEquals("Apdu[INS B0, 1 bytes]", Apdu.of(0xB0, 1, 2, Bytes.ofHex("77"), 5).toString());
  }
}
