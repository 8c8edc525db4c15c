package io.cardproof.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is struck and how often; the damage to protection is tested through whole inspections. */
class WireFaultTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SELECT = "00A4040C07A0000002471001";
  private static final String READ_COM = "00B09E0000";
  private static final String READ_DG1 = "00B0810000";
  private static final String COM = "01029000";
  private static final String DG1 = "03049000";
  private static final String ATR = "05069000";

  private final List<Duration> pauses = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "wire:status=6A82, 6A82 6A82 6A82",
    "wire:bare=6988@number=2, 9000 6988 " + DG1,
    "wire:status=6A82@number=2-3, 9000 6A82 6A82",
    "wire:status=6A82@ins=B0, 9000 6A82 6A82",
    "'wire:status=6A82@ins=B0,times=1', 9000 6A82 " + DG1,
    "wire:status=6A82@file=DG1, 9000 " + COM + " 6A82",
    "wire:status=6A82@file=011e, 9000 6A82 " + DG1,
    "'wire:status=6A82@file=DG1,ins=A4', 9000 " + COM + " " + DG1,
    "wire:status=6A82@phase=plain, 6A82 6A82 6A82",
    "wire:status=6A82@phase=bac, 9000 " + COM + " " + DG1,
    "wire:status=6A82@chance=0.0, 9000 " + COM + " " + DG1,
    "wire:status=6A82@chance=100%, 6A82 6A82 6A82",
    "wire:truncate=1@ins=B0, 9000 01 03",
    "wire:truncate=3@ins=B0, 9000 010290 030490",
    "wire:drop=99, 9000 " + COM + " " + DG1,
    "wire:reset@number=2, 9000 6A82 " + ATR
  })
  void whatMeetsEveryConditionIsStruck(String fault, String answers) throws Exception {
    VirtualCard card = card(WireFault.parse(fault));
    List<String> got = new ArrayList<>();
    for (String command : List.of(SELECT, READ_COM, READ_DG1)) {
      got.add(send(card, command));
    }
    assertEquals(answers, String.join(" ", got));
  }

  @ParameterizedTest
  @CsvSource({
    "wire:status=6985@file=ATR, 6985 " + DG1,
    "wire:status=6985@file=2F01, 6985 " + DG1,
    "wire:status=6985@file=DG1, " + ATR + " 6985"
  })
  void oneShortIdentifierIsAnotherFileInTheApplication(String fault, String answers)
      throws Exception {
    VirtualCard card = card(WireFault.parse(fault));
    String outside = send(card, READ_DG1);
    send(card, SELECT);
    assertEquals(answers, outside + " " + send(card, READ_DG1));
  }

  @Test
  void aFlippedBitIsOneAndComesFromTheSeed() throws Exception {
    WireFault fault = WireFault.parse("wire:flip@file=COM");
    byte[] first = readCom(card(fault, 1));
    byte[] right = HEX.parseHex(COM);
    int bits = 0;
    for (int i = 0; i < right.length; i++) {
      bits += Integer.bitCount((first[i] ^ right[i]) & 0xFF);
    }
    assertEquals(1, bits);
    assertArrayEquals(first, readCom(card(fault, 1)));
    List<String> others = new ArrayList<>();
    for (int seed = 2; seed < 12; seed++) {
      others.add(HEX.formatHex(readCom(card(fault, seed))));
    }
    assertTrue(others.stream().anyMatch(other -> !other.equals(HEX.formatHex(first))));
  }

  @Test
  void aChangedBitIsInTheDataAndNotInTheStatusWord() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      String answer = HEX.formatHex(readCom(card(WireFault.parse("wire:change@ins=B0"), seed)));
      assertTrue(answer.endsWith("9000"), answer);
      assertNotEquals(COM, answer);
    }
  }

  @Test
  void aChanceIsKeptOverManyCommands() throws Exception {
    VirtualCard card = card(WireFault.parse("wire:status=6A82@chance=0.25"));
    int struck = 0;
    for (int i = 0; i < 2_000; i++) {
      struck += send(card, SELECT).equals("6A82") ? 1 : 0;
    }
    assertTrue(struck > 400 && struck < 600, "struck: " + struck);
  }

  @Test
  void silenceDelayAndRemovalAreOfTheCardNotOfItsBytes() throws Exception {
    assertEquals("", send(card(WireFault.parse("wire:silence")), SELECT));
    assertEquals(1, pauses.size());
    pauses.clear();
    assertEquals("9000", send(card(WireFault.parse("wire:delay=250")), SELECT));
    assertEquals(List.of(Duration.ofMillis(250)), pauses);
    VirtualCard gone = card(WireFault.parse("wire:remove@times=1"));
    assertThrows(CardRemovedException.class, () -> send(gone, SELECT));
    assertThrows(CardRemovedException.class, () -> send(gone, SELECT));
    gone.reset();
    assertEquals("9000", send(gone, SELECT));
  }

  @Test
  void numbersStartAgainWithAReset() throws Exception {
    VirtualCard card = card(WireFault.parse("wire:status=6A82@number=1"));
    assertEquals("6A82", send(card, SELECT));
    assertEquals("9000", send(card, SELECT));
    card.reset();
    assertEquals("6A82", send(card, SELECT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=6A82",
        "wire:",
        "wire:explode",
        "wire:status",
        "wire:status=6A8",
        "wire:status=6A8G",
        "wire:silence=3",
        "wire:truncate=-1",
        "wire:flip=0",
        "wire:drop=86",
        "wire:delay=0",
        "wire:delay=99999999999",
        "wire:counter",
        "wire:remove@",
        "wire:remove@ins=B0,",
        "wire:remove@when=now",
        "wire:remove@ins=B",
        "wire:remove@number=0",
        "wire:remove@number=5-4",
        "wire:remove@file=DG17",
        "wire:remove@phase=late",
        "wire:remove@times=0",
        "wire:remove@chance=2",
        "wire:remove@chance=101%",
        "wire:remove@ins=B0,ins=A4"
      })
  void whatCannotBeReadIsRefusedWithItsReason(String fault) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> WireFault.parse(fault));
    assertFalse(String.valueOf(refused.getMessage()).isBlank());
  }

  private static byte[] readCom(VirtualCard card) throws CardRemovedException {
    send(card, SELECT);
    return HEX.parseHex(send(card, READ_COM));
  }

  private VirtualCard card(WireFault fault) {
    return card(fault, 1);
  }

  /** A card that is free to read. */
  private VirtualCard card(WireFault fault, long seed) {
    ChipImage image =
        ChipImage.builder()
            .file(0x011E, new byte[] {1, 2})
            .file(0x0101, new byte[] {3, 4})
            .masterFile(0x2F01, new byte[] {5, 6})
            .interference(fault.interference(seed))
            .build();
    return new VirtualCard(
        image,
        new SecureRandom(),
        time -> {
          if (!time.isZero()) {
            pauses.add(time);
          }
        });
  }

  private static String send(VirtualCard card, String command) throws CardRemovedException {
    return HEX.formatHex(card.transmit(HEX.parseHex(command)));
  }
}
