package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** PIN, PUK and CAN: counters, suspension, blocking and unblocking, TR-03110-2 §3.3. */
class PasswordRulesTest {
  private static final int CAN = 2;
  private static final int PIN = 3;
  private static final int PUK = 4;
  private static final String RIGHT_CAN = "500540";
  private static final String RIGHT_PIN = "123456";
  private static final String RIGHT_PUK = "9876543210";
  private static final String WRONG = "000000";
  private static final String SELECT = TestTerminal.SELECT_APPLICATION;
  private static final String READ = "00B09E0000";
  private static final String READ_CARD_SECURITY = "00B09D0000";
  private static final String UNBLOCK = "002C0303";

  @Test
  void everyPasswordButThePukOpensTheFiles() throws CardRemovedException {
    for (String[] key : new String[][] {{"2", RIGHT_CAN}, {"3", RIGHT_PIN}}) {
      Chip chip = new Chip(3, 10);
      assertEquals("9000", chip.open(Integer.parseInt(key[0]), key[1]));
      assertEquals("9000", chip.announcement);
      chip.terminal.sendProtected(SELECT);
      assertEquals("0102039000", chip.terminal.sendProtected(READ));
    }
    Chip chip = new Chip(3, 10);
    assertEquals("9000", chip.open(PUK, RIGHT_PUK));
    assertEquals("6982", chip.terminal.sendProtected(READ_CARD_SECURITY));
    assertEquals("9000", chip.terminal.sendProtected(SELECT));
    assertEquals("6982", chip.terminal.sendProtected(READ));
  }

  @Test
  void cardSecurityIsReadAfterPaceInTheMasterFileOnly() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    assertEquals("6982", chip.terminal.send(READ_CARD_SECURITY));
    assertEquals("6982", chip.terminal.send("00A4020C02011D"));
    chip.open(CAN, RIGHT_CAN);
    assertEquals("30009000", chip.terminal.sendProtected(READ_CARD_SECURITY));
    assertEquals("6982", chip.terminal.send(READ_CARD_SECURITY));
  }

  @Test
  void wrongPinsAreCountedAndARightOneRefills() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    assertEquals("63C2", chip.open(PIN, WRONG));
    chip.card.reset();
    assertEquals("9000", chip.open(PIN, RIGHT_PIN));
    assertEquals("63C2", chip.announcement);
    chip.card.reset();
    assertEquals("9000", chip.open(PIN, RIGHT_PIN));
    assertEquals("9000", chip.announcement);
  }

  @Test
  void theLastTryIsSuspendedUntilTheCanIsGiven() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    assertEquals("63C2", chip.open(PIN, WRONG));
    assertEquals("63C1", chip.open(PIN, WRONG));
    chip.card.reset();
    assertEquals("6985", chip.open(PIN, RIGHT_PIN));
    assertEquals("63C1", chip.announcement);
    assertEquals("9000", chip.open(CAN, RIGHT_CAN));
    assertEquals("9000", chip.openInside(PIN, RIGHT_PIN));
    assertEquals("63C1", chip.announcement);
    chip.terminal.sendProtected(SELECT);
    assertEquals("0102039000", chip.terminal.sendProtected(READ));
    chip.card.reset();
    assertEquals("9000", chip.open(PIN, RIGHT_PIN));
    assertEquals("9000", chip.announcement);
  }

  @Test
  void theCanLastsNoLongerThanItsSession() throws CardRemovedException {
    Chip chip = new Chip(1, 10);
    assertEquals("9000", chip.open(CAN, RIGHT_CAN));
    assertEquals("6985", chip.open(PIN, RIGHT_PIN));
    assertEquals("9000", chip.open(CAN, RIGHT_CAN));
    chip.card.reset();
    assertEquals("6985", chip.open(PIN, RIGHT_PIN));
    assertEquals("63C1", chip.announcement);
  }

  @Test
  void theThirdWrongPinBlocksAndThePukUnblocks() throws CardRemovedException {
    Chip chip = new Chip(1, 10);
    chip.open(CAN, RIGHT_CAN);
    assertEquals("63C0", chip.openInside(PIN, WRONG));
    assertEquals("6983", chip.openInside(PIN, RIGHT_PIN));
    assertEquals("63C0", chip.announcement);
    chip.card.reset();
    assertEquals("6983", chip.open(PIN, RIGHT_PIN));
    assertEquals("9000", chip.open(PUK, RIGHT_PUK));
    assertEquals("9000", chip.terminal.sendProtected(UNBLOCK));
    chip.card.reset();
    assertEquals("9000", chip.open(PIN, RIGHT_PIN));
    assertEquals("9000", chip.announcement);
  }

  @Test
  void aWrongPinInsideTheCansChannelLeavesItOpen() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    chip.open(CAN, RIGHT_CAN);
    assertEquals("63C2", chip.openInside(PIN, WRONG));
    chip.terminal.sendProtected(SELECT);
    assertEquals("0102039000", chip.terminal.sendProtected(READ));
  }

  @Test
  void onlyThePukUnblocks() throws CardRemovedException {
    Chip chip = new Chip(0, 10);
    assertEquals("6982", chip.terminal.send(UNBLOCK));
    chip.open(CAN, RIGHT_CAN);
    assertEquals("6982", chip.terminal.sendProtected(UNBLOCK));
    assertEquals("9000", chip.openInside(PUK, RIGHT_PUK));
    assertEquals("6A86", chip.terminal.sendProtected("002C0203"));
    assertEquals("6700", chip.terminal.sendProtected("002C030301AA"));
    assertEquals("9000", chip.terminal.sendProtected(UNBLOCK));
  }

  @Test
  void thePukIsUsedUpByWrongTriesAndByUnblocking() throws CardRemovedException {
    Chip chip = new Chip(0, 2);
    assertEquals("63C1", chip.open(PUK, WRONG));
    assertEquals("9000", chip.open(PUK, RIGHT_PUK));
    assertEquals("9000", chip.terminal.sendProtected(UNBLOCK));
    assertEquals("6983", chip.terminal.sendProtected(UNBLOCK));
    chip.card.reset();
    assertEquals("6983", chip.open(PUK, RIGHT_PUK));
    assertEquals("63C0", chip.announcement);
  }

  @Test
  void wrongCansAreNotCounted() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    for (int i = 0; i < 12; i++) {
      assertEquals("6300", chip.open(CAN, WRONG));
    }
    assertEquals("9000", chip.open(CAN, RIGHT_CAN));
  }

  @Test
  void insideAChannelOnlyTheCanIsFollowed() throws CardRemovedException {
    Chip chip = new Chip(3, 10);
    chip.open(CAN, RIGHT_CAN);
    assertEquals("6985", chip.openInside(CAN, RIGHT_CAN));
    assertEquals("6985", chip.announcement);
    assertEquals("9000", chip.openInside(PIN, RIGHT_PIN));
    assertEquals("6985", chip.openInside(PUK, RIGHT_PUK));
  }

  @Test
  void aChipWithoutPinKnowsNeitherItNorItsUnblocking() throws CardRemovedException {
    ChipImage image =
        ChipImage.builder().can(RIGHT_CAN).pace(PaceTerminal.PROFILE.oid(), 12).build();
    TestTerminal terminal = new TestTerminal(new VirtualCard(image, new SecureRandom()));
    PaceTerminal pace = PaceTerminal.plain(terminal);
    pace.open(PIN, RIGHT_PIN);
    assertEquals("6A88", pace.announcement());
    pace.open(PUK, RIGHT_PUK);
    assertEquals("6A88", pace.announcement());
    pace.open(CAN, RIGHT_CAN);
    assertEquals("6D00", terminal.sendProtected(UNBLOCK));
  }

  @Test
  void triesAreWithinBounds() {
    ChipImage.Builder image = ChipImage.builder();
    assertThrows(IllegalArgumentException.class, () -> image.pin(RIGHT_PIN, 4));
    assertThrows(IllegalArgumentException.class, () -> image.pin(RIGHT_PIN, -1));
    assertThrows(IllegalArgumentException.class, () -> image.puk(RIGHT_PUK, 16));
  }

  /** A chip with all passwords and its terminal. */
  private static final class Chip {
    private final VirtualCard card;
    private final TestTerminal terminal;
    private String announcement = "";

    Chip(int pinTries, int pukUses) {
      ChipImage image =
          ChipImage.builder()
              .can(RIGHT_CAN)
              .pin(RIGHT_PIN, pinTries)
              .puk(RIGHT_PUK, pukUses)
              .pace(PaceTerminal.PROFILE.oid(), PaceTerminal.PROFILE.parameterId())
              .masterFile(0x011D, new byte[] {0x30, 0})
              .file(0x011E, new byte[] {1, 2, 3})
              .build();
      card = new VirtualCard(image, new SecureRandom());
      terminal = new TestTerminal(card);
    }

    String open(int reference, String password) throws CardRemovedException {
      return run(PaceTerminal.plain(terminal), reference, password);
    }

    String openInside(int reference, String password) throws CardRemovedException {
      return run(PaceTerminal.inside(terminal), reference, password);
    }

    private String run(PaceTerminal pace, int reference, String password)
        throws CardRemovedException {
      String result = pace.open(reference, password);
      announcement = pace.announcement();
      return result;
    }
  }
}
