package io.cardproof.chip;

import static io.cardproof.chip.Captures.capture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.evidence.AccessRecord.Protocol;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cards in the field do without being wrong, reference/field.md §3. */
class FieldQuirksTest {
  private static SimulatedCard card;

  @BeforeAll
  static void issue() throws Exception {
    card = IssuedCards.of(1, "cccd-2021");
  }

  @Test
  void aChipWithoutExtendedLengthIsReadInShortApdus() throws Exception {
    int[] longest = {0};
    CardLink link =
        new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            if (command.length > 5 && command[4] == 0) {
              return Bytes.ofHex("6700").toByteArray();
            }
            byte[] response = super.transmit(command);
            longest[0] = Math.max(longest[0], response.length);
            return response;
          }
        };
    Evidence evidence = captured(link);
    assertTrue(longest[0] <= 258, "longest: " + longest[0]);
    assertTrue(evidence.file(FileId.DG2).isPresent());
    assertEquals(5, Captures.matching(evidence).size());
    Captures.assertChipAuthenticationHolds(evidence);
  }

  @Test
  void aChipThatLosesItsChannelOverALongReadIsReadAgainFromNothing() throws Exception {
    CardLink link =
        new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            boolean protectedAndExtended = command[0] == 0x0C && command[4] == 0;
            return protectedAndExtended && command[1] == (byte) 0xB0
                ? Bytes.ofHex("6700").toByteArray()
                : super.transmit(command);
          }
        };
    Evidence evidence = captured(link);
    assertEquals(5, Captures.matching(evidence).size());
    Captures.assertChipAuthenticationHolds(evidence);
  }

  @Test
  void cardAccessIsFoundWithoutTheMasterFile() throws Exception {
    Evidence evidence = captured(answering(Map.of("00b09c00", "6982", "00a4000c", "6d00")));
    assertEquals(Protocol.PACE_GM, evidence.access().protocol());
  }

  @Test
  void withoutCardAccessTheCardOpensByBacAndSaysSo() throws Exception {
    CardLink link = answering(Map.of("00b09c00", "6a82", "00a4020c", "6a82", "00a40000", "6a82"));
    try (AccessKey key = SimulatedLinks.mrz(card)) {
      Evidence evidence = capture(link, key);
      assertEquals(Protocol.BAC, evidence.access().protocol());
      assertEquals(0x6A82, evidence.files().get(0).statusWord());
      assertEquals(FileId.CARD_ACCESS, evidence.files().get(0).id());
    }
  }

  @Test
  void theLongestAnswerThatTheCardAnnouncesIsKeptTo() throws Exception {
    int[] longest = {0};
    CardLink link =
        new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
          @Override
          public Bytes atr() {
            // Card capabilities with the bit "lengths are in EF.ATR/INFO".
            return Bytes.ofHex("3b8580018073c021e057");
          }

          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            if (Bytes.of(command).toHex().equals("00b0810000")) {
              return Bytes.ofHex("7f660802020400020204009000").toByteArray();
            }
            byte[] response = super.transmit(command);
            longest[0] = Math.max(longest[0], response.length);
            return response;
          }
        };
    Evidence evidence = captured(link);
    assertEquals(5, Captures.matching(evidence).size());
    assertTrue(longest[0] <= 1024 && longest[0] > 1000, "longest: " + longest[0]);
  }

  private static Evidence captured(CardLink link) throws Exception {
    try (AccessKey key = SimulatedLinks.can(card)) {
      return capture(link, key);
    }
  }

  /** Answers commands that begin so with these status words; the chip never sees them. */
  private static CardLink answering(Map<String, String> refusals) {
    return new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        String start = Bytes.of(command, 0, 4).toHex();
        return refusals.containsKey(start)
            ? Bytes.ofHex(refusals.get(start)).toByteArray()
            : super.transmit(command);
      }
    };
  }
}
