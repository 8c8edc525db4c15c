package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counters of PIN and PUK, TR-03110-2 §3.3, as the terminal meets them. */
class PinTest {
  private static final String WRONG_PIN = "654321";
  private final SecureRandom random = new SecureRandom();

  @Test
  void theRightPinOpensTheChip() throws Exception {
    assertOpens(card(3, 10), AccessKey.pin(PaceChips.PIN));
  }

  @Test
  void aDocumentWithoutAPinSaysSoAndIsNotAccused() throws Exception {
    SimulatedCard passport = SimulatedCard.builder().persona("eac").seed(1).build();
    AccessDeniedException e = denied(passport.newChip(), AccessKey.pin(PaceChips.PIN));
    assertEquals(ErrorCode.ACCESS_DENIED, e.code());
    assertEquals(0x6A88, e.statusWord());
    assertTrue(e.attemptsLeft().isEmpty());
    assertTrue(String.valueOf(e.getMessage()).contains("no PIN"), e.getMessage());
  }

  @Test
  void aWrongPinIsDeniedWithTheAttemptsLeft() throws Exception {
    AccessDeniedException e = denied(card(3, 10), AccessKey.pin(WRONG_PIN));
    assertEquals(ErrorCode.ACCESS_DENIED, e.code());
    assertEquals(2, e.attemptsLeft().orElseThrow());
  }

  @Test
  void aSuspendedPinIsNotTriedWithoutTheCan() throws Exception {
    VirtualCard card = card(1, 10);
    for (int i = 0; i < 3; i++) {
      AccessDeniedException e = denied(card, AccessKey.pin(PaceChips.PIN));
      assertEquals(ErrorCode.KEY_SUSPENDED, e.code());
      assertEquals(1, e.attemptsLeft().orElseThrow());
    }
    assertOpens(card, AccessKey.pin(PaceChips.PIN, PaceChips.CAN));
  }

  @Test
  void theLastAttemptIsTakenInsideTheChannelOfTheCan() throws Exception {
    VirtualCard card = card(1, 10);
    List<Bytes> sent = new ArrayList<>();
    PaceLink link = new PaceLink(listening(SimulatedLinks.inProcess(card), sent), random);
    try (AccessKey key = AccessKey.pin(PaceChips.PIN, PaceChips.CAN);
        Access.Opened opened = link.open(key)) {
      assertEquals(AccessKey.Kind.PIN, opened.record().key().orElseThrow());
      assertEquals(AccessRecord.Protocol.PACE_GM, opened.record().protocol());
    }
    // CardAccess, MSE for the PIN, then MSE and four steps each for CAN and PIN, the application.
    assertEquals(1 + 1 + 5 + 5 + 1, sent.size());
    assertTrue(sent.subList(7, 12).stream().allMatch(command -> (command.at(0) & 0x0C) == 0x0C));
  }

  @Test
  void aWrongCanSpendsNoAttemptAtThePin() throws Exception {
    VirtualCard card = card(1, 10);
    AccessDeniedException e = denied(card, AccessKey.pin(PaceChips.PIN, "999999"));
    assertEquals(ErrorCode.ACCESS_DENIED, e.code());
    assertTrue(String.valueOf(e.getMessage()).contains("CAN"), e.getMessage());
    assertOpens(card, AccessKey.pin(PaceChips.PIN, PaceChips.CAN));
  }

  @Test
  void theCanIsNotUsedWhereThePinHasAttemptsLeft() throws Exception {
    assertOpens(card(2, 10), AccessKey.pin(PaceChips.PIN, "999999"));
  }

  @Test
  void aWrongPinInTheLastAttemptBlocksIt() throws Exception {
    VirtualCard card = card(1, 10);
    AccessDeniedException e = denied(card, AccessKey.pin(WRONG_PIN, PaceChips.CAN));
    assertEquals(ErrorCode.KEY_BLOCKED, e.code());
    assertEquals(0, e.attemptsLeft().orElseThrow());
    assertEquals(ErrorCode.KEY_BLOCKED, denied(card, AccessKey.pin(PaceChips.PIN)).code());
  }

  @Test
  void thePukUnblocksThePin() throws Exception {
    VirtualCard card = card(0, 10);
    assertEquals(ErrorCode.KEY_BLOCKED, denied(card, AccessKey.pin(PaceChips.PIN)).code());
    unblock(card, PaceChips.PUK);
    assertOpens(card, AccessKey.pin(PaceChips.PIN));
  }

  @Test
  void aWrongPukIsDeniedAndABlockedOneIsSaidToBe() throws Exception {
    VirtualCard card = card(0, 2);
    assertEquals(1, wrongPuk(card).attemptsLeft().orElseThrow());
    assertEquals(ErrorCode.KEY_BLOCKED, wrongPuk(card).code());
    AccessDeniedException blocked =
        assertThrows(AccessDeniedException.class, () -> unblock(card, PaceChips.PUK));
    assertEquals(ErrorCode.KEY_BLOCKED, blocked.code());
  }

  @Test
  void onlyThePukUnblocks() throws Exception {
    VirtualCard card = card(0, 10);
    try (AccessKey pin = AccessKey.pin(PaceChips.PIN)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> unblocking().run(SimulatedLinks.inProcess(card), pin));
    }
  }

  private VirtualCard card(int pinTries, int pukTries) throws Exception {
    PaceChips chip = PaceChips.chip().pace("2.2", 13);
    chip.with().pin(PaceChips.PIN, pinTries).puk(PaceChips.PUK, pukTries);
    return new VirtualCard(chip.build(), random);
  }

  private void assertOpens(VirtualCard card, AccessKey key) throws Exception {
    card.reset();
    PaceLink link = new PaceLink(SimulatedLinks.inProcess(card), random);
    try (key;
        Access.Opened opened = link.open(key)) {
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD));
    }
  }

  private AccessDeniedException denied(VirtualCard card, AccessKey key) {
    card.reset();
    PaceLink link = new PaceLink(SimulatedLinks.inProcess(card), random);
    try (key) {
      return assertThrows(AccessDeniedException.class, () -> link.open(key));
    }
  }

  private AccessDeniedException wrongPuk(VirtualCard card) {
    return assertThrows(AccessDeniedException.class, () -> unblock(card, "1111111111"));
  }

  private void unblock(VirtualCard card, String digits) throws Exception {
    card.reset();
    try (AccessKey puk = AccessKey.puk(digits)) {
      unblocking().run(SimulatedLinks.inProcess(card), puk);
    }
  }

  private PinUnblocking unblocking() {
    return new PinUnblocking(random, System::nanoTime, Limits.defaults());
  }

  private static CardLink listening(CardLink link, List<Bytes> sent) {
    return new DecoratedLink(link) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        sent.add(Bytes.of(command));
        return super.transmit(command);
      }
    };
  }
}
