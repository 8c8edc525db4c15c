package io.cardproof.chip;

import static io.cardproof.chip.Captures.capture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.InspectionException;
import io.cardproof.error.ProtocolException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chips and radio links that do anything but what the standard says. */
@Timeout(120)
class HostileChipTest {
  private static final int COMMANDS = 16;
  private static SimulatedCard card;

  @BeforeAll
  static void issue() throws Exception {
    card = IssuedCards.of(1, "cccd-2021");
  }

  @Test
  void aWrongKeyIsDeniedAfterExactlyOneAttempt() throws Exception {
    List<Bytes> commands = new ArrayList<>();
    CardLink link =
        changing((index, response) -> response, command -> commands.add(Bytes.of(command)));
    try (AccessKey key = AccessKey.can(otherThan(card.can().orElseThrow()))) {
      assertThrows(AccessDeniedException.class, () -> capture(link, key));
    }
    // CardAccess, MSE:Set AT, four GENERAL AUTHENTICATE; and no BAC afterwards.
    assertEquals(6, commands.size());
  }

  @Tag("slow")
  @Test
  void removalAtAnyCommandIsUnavailableAndTheNextInspectionWorks() throws Exception {
    for (int at = 0; at < COMMANDS; at++) {
      VirtualCard chip = card.newChip();
      CardLink link = removedAt(chip, at);
      CardUnavailableException e =
          assertThrows(CardUnavailableException.class, () -> captureByCan(link));
      assertEquals(ErrorCode.CARD_REMOVED, e.code());
      chip.reset();
      Captures.assertChipAuthenticationHolds(captureByCan(SimulatedLinks.inProcess(chip)));
    }
  }

  @Test
  void aChipThatWasLeftOpenIsInspectedAgainWithoutAReset() throws Exception {
    VirtualCard chip = card.newChip();
    captureByCan(SimulatedLinks.inProcess(chip));
    Captures.assertActiveAuthenticationHolds(captureByCan(SimulatedLinks.inProcess(chip)));
  }

  @Tag("slow")
  @Test
  void aFlippedBitInAnyAnswerNeverPasses() throws Exception {
    for (int flipped = 1; flipped < COMMANDS; flipped++) {
      int at = flipped;
      CardLink link = changing((index, response) -> index == at ? flip(response) : response);
      assertRefused(link, "answer " + at);
    }
  }

  @Tag("slow")
  @Test
  void successOutsideTheChannelNeverPasses() throws Exception {
    for (int plain = 1; plain < COMMANDS; plain++) {
      int at = plain;
      CardLink link = changing((index, response) -> index == at ? Bytes.ofHex("9000") : response);
      if (at == 1) {
        continue; // MSE:Set AT is answered so by honest chips.
      }
      assertRefused(link, "answer " + at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 9000",
    "7, 87847FFFFFF0019000",
    "7, 990290008E0800000000000000009000",
    "7, 6988",
    "9, 6A82"
  })
  void anAnswerOutsideTheChannelIsAProtocolErrorAndNothingIsSentAfterIt(int at, String answer)
      throws Exception {
    int[] sent = {0};
    CardLink link =
        changing(
            (index, response) -> index == at ? Bytes.ofHex(answer) : response,
            command -> sent[0]++);
    assertThrows(ProtocolException.class, () -> captureByCan(link));
    assertEquals(at + 1, sent[0]);
  }

  @Test
  void aChipThatRefusesEveryProtectedReadIsGivenUpSoon() {
    int[] sent = {0};
    CardLink link = changing((index, response) -> response, command -> sent[0]++);
    CardLink deaf =
        new DecoratedLink(link) {
          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            byte[] response = super.transmit(command);
            boolean read = command[0] == 0x0C && command[1] == (byte) 0xB0;
            return read ? Bytes.ofHex("6700").toByteArray() : response;
          }
        };
    assertThrows(ProtocolException.class, () -> captureByCan(deaf));
    assertTrue(sent[0] < 100, "commands: " + sent[0]);
  }

  @Test
  void anEndlessEmptySuccessIsAProtocolErrorAtOnce() {
    int[] sent = {0};
    CardLink link = changing((index, response) -> Bytes.ofHex("9000"), command -> sent[0]++);
    assertThrows(ProtocolException.class, () -> captureByCan(link));
    assertEquals(1, sent[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31847FFFFFF09000", "3180AABB9000", "31859000", "31FF9000", "3183FFFFFF9000"})
  void anImpossibleLengthOfAFileIsAProtocolErrorBeforeMemoryIsTaken(String response) {
    CardLink link = changing((index, honest) -> Bytes.ofHex(response));
    assertThrows(ProtocolException.class, () -> captureByCan(link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6100", "6C10", "6700", "FFFF", "319000", "31029000", "310100" + "9000"})
  void aChipThatSaysTheSameForEverEndsTheInspectionSoon(String response) {
    int[] sent = {0};
    CardLink link = changing((index, honest) -> Bytes.ofHex(response), command -> sent[0]++);
    assertThrows(InspectionException.class, () -> captureByCan(link));
    assertTrue(sent[0] < 1_000, "commands: " + sent[0]);
  }

  @Test
  void theBudgetOfCommandsEndsAnInspection() {
    Limits limits = new Limits(10, 1_000_000, Duration.ofMinutes(1));
    ProtocolException e =
        assertThrows(ProtocolException.class, () -> captureByCan(limits, CancelSignal.never()));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, e.code());
  }

  @Test
  void theBudgetOfTimeEndsAnInspection() {
    Limits limits = new Limits(100, 1_000_000, Duration.ofMillis(1));
    CardUnavailableException e =
        assertThrows(
            CardUnavailableException.class, () -> captureByCan(limits, CancelSignal.never()));
    assertEquals(ErrorCode.TIMEOUT, e.code());
  }

  @Test
  void aCancelledInspectionEnds() {
    int[] asked = {0};
    CardUnavailableException e =
        assertThrows(
            CardUnavailableException.class,
            () -> captureByCan(Limits.defaults(), () -> ++asked[0] > 5));
    assertEquals(ErrorCode.CANCELLED, e.code());
  }

  /** Either there is no evidence, or it holds a failed proof and not a passed one. */
  private static void assertRefused(CardLink link, String what) throws Exception {
    Evidence evidence;
    try {
      evidence = captureByCan(link);
    } catch (InspectionException e) {
      return;
    }
    assertThrows(Exception.class, () -> Captures.assertChipAuthenticationHolds(evidence), what);
  }

  private static Evidence captureByCan(Limits limits, CancelSignal cancel) throws Exception {
    try (AccessKey key = SimulatedLinks.can(card)) {
      return capture(SimulatedLinks.inProcess(card.newChip()), key, limits, cancel);
    }
  }

  private static Evidence captureByCan(CardLink link) throws Exception {
    try (AccessKey key = SimulatedLinks.can(card)) {
      return capture(link, key);
    }
  }

  private interface CommandListener {
    void sent(byte[] command);
  }

  private static CardLink changing(BiFunction<Integer, Bytes, Bytes> change) {
    return changing(change, command -> {});
  }

  private static CardLink changing(
      BiFunction<Integer, Bytes, Bytes> change, CommandListener listener) {
    return new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
      private int index;

      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        listener.sent(command);
        Bytes honest = Bytes.of(super.transmit(command));
        return change.apply(index++, honest).toByteArray();
      }
    };
  }

  private static CardLink removedAt(VirtualCard chip, int at) {
    int[] index = {0};
    return CardLink.of(
        "removed",
        Bytes.of(chip.atr()),
        command -> {
          if (index[0]++ >= at) {
            throw new java.io.IOException("gone");
          }
          return chip.transmit(command);
        });
  }

  private static Bytes flip(Bytes response) {
    byte[] bytes = response.toByteArray();
    bytes[bytes.length / 2] ^= 0x10;
    return Bytes.of(bytes);
  }

  private static String otherThan(String can) {
    return can.equals("123456") ? "654321" : "123456";
  }
}
