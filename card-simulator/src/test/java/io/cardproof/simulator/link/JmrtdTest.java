package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.VirtualCard;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.TerminalCardService;
import org.jmrtd.BACKey;
import org.jmrtd.PassportService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that nobody here wrote: JMRTD opens the chip and reads it, by every way in. */
@Timeout(120)
class JmrtdTest {
  /** No more plain bytes get through the JDK's buffer of 8 KiB under AES. */
  private static final int LONGEST_BLOCK = 8159;

  private static TestDocument document;

  private enum Key {
    PACE_CAN,
    PACE_MRZ,
    BAC
  }

  @BeforeAll
  static void makeDocument() throws GeneralSecurityException {
    document = new TestDocument();
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void readsEveryFileInProcess(Key key) throws Exception {
    readEverything(new InProcessService(card()), key, LONGEST_BLOCK);
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void readsEveryFileInShortCommands(Key key) throws Exception {
    readEverything(new InProcessService(card()), key, PassportService.DEFAULT_MAX_BLOCKSIZE);
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void readsEveryFileThroughSimulatedTerminals(Key key) throws Exception {
    CardTerminal terminal =
        SimulatedTerminals.factory(Map.of("Counter", card())).terminals().getTerminal("Counter");
    readEverything(new TerminalCardService(terminal), key, LONGEST_BLOCK);
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void readsEveryFileThroughPcsc(Key key) throws Exception {
    PcscRequired.orSkip();
    VirtualCard card = card();
    try (VpcdLink link = VpcdLink.connect(PcscRequired.SLOT_0, card)) {
      link.awaitPowered(Duration.ofSeconds(5));
      CardTerminal terminal =
          TerminalFactory.getDefault().terminals().getTerminal(PcscRequired.READER);
      assertTrue(terminal.waitForCardPresent(5000));
      int before = card.commandCount();
      long start = System.nanoTime();
      readEverything(new TerminalCardService(terminal), key, LONGEST_BLOCK);
      int commands = card.commandCount() - before;
      System.out.printf(
          "%s through PC/SC: %d APDUs, %.2f ms each%n",
          key, commands, (System.nanoTime() - start) / 1e6 / commands);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TestDocument.CA_3DES, TestDocument.CA_AES_128})
  void readsOnAfterChipAuthentication(String oid) throws Exception {
    try (JmrtdReader reader = opened(new InProcessService(document.card(oid)), Key.BAC, 1000)) {
      reader.authenticateChip(oid, document.chipAuthenticationKey());
      assertFile(reader, 0x0101);
      assertFile(reader, 0x0102);
    }
  }

  @Test
  void activeAuthenticationVerifies() throws Exception {
    try (JmrtdReader reader = opened(new InProcessService(card()), Key.PACE_CAN, 1000)) {
      assertTrue(reader.provesByActiveAuthentication(document.activeAuthenticationKey()));
    }
  }

  @Test
  void aWrongCanIsRefused() throws Exception {
    try (JmrtdReader reader = new JmrtdReader(new InProcessService(card()), 1000)) {
      assertThrows(CardServiceException.class, () -> reader.openByCan("654321"));
    }
  }

  private static VirtualCard card() {
    return document.card(TestDocument.CA_AES_128);
  }

  private static void readEverything(CardService cardService, Key key, int block) throws Exception {
    try (JmrtdReader reader = opened(cardService, key, block)) {
      for (int fid : document.files().keySet()) {
        assertFile(reader, fid);
      }
      assertThrows(CardServiceException.class, () -> reader.read(0x0103));
    }
  }

  private static JmrtdReader opened(CardService cardService, Key key, int block) throws Exception {
    JmrtdReader reader = new JmrtdReader(cardService, block);
    assertArrayEquals(TestDocument.cardAccess(), reader.read(0x011C));
    BACKey mrz = new BACKey(TestDocument.NUMBER, TestDocument.BIRTH, TestDocument.EXPIRY);
    switch (key) {
      case PACE_CAN -> reader.openByCan(TestDocument.CAN);
      case PACE_MRZ -> reader.openByPaceMrz(mrz);
      case BAC -> reader.openByBac(mrz);
    }
    return reader;
  }

  private static void assertFile(JmrtdReader reader, int fid) throws Exception {
    assertArrayEquals(document.files().get(fid), reader.read(fid), Integer.toHexString(fid));
  }
}
