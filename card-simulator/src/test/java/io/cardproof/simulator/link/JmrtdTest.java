package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.VirtualCard;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.TerminalCardService;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.PACEInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that nobody here wrote: JMRTD opens the chip and reads it, by every way in. */
@Timeout(120)
class JmrtdTest {
  private static final String PACE_OID = "0.4.0.127.0.7.2.2.4.2.2";
  private static final String PUBLIC_KEY_OID = "0.4.0.127.0.7.2.2.1.2";
  private static final byte[] CHALLENGE = HexFormat.of().parseHex("0102030405060708");

  /** JMRTD lets no more plain bytes through the JDK's 8 KiB buffer. */
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
      CardTerminal terminal = terminal();
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
    PassportService service = opened(new InProcessService(document.card(oid)), Key.PACE_CAN, 1000);
    service.doEACCA(null, oid, PUBLIC_KEY_OID, document.chipAuthenticationKey());
    assertFile(service, 0x0101, 1000);
    assertFile(service, 0x0102, 1000);
  }

  @Test
  void activeAuthenticationVerifies() throws Exception {
    PassportService service = opened(new InProcessService(card()), Key.PACE_CAN, 1000);
    byte[] answer =
        service
            .doAA(document.activeAuthenticationKey(), "SHA-1", "SHA1WithRSA/ISO9796-2", CHALLENGE)
            .getResponse();
    Signature signature =
        Signature.getInstance("SHA1withRSA/ISO9796-2", new BouncyCastleProvider());
    signature.initVerify(document.activeAuthenticationKey());
    signature.update(recovered(answer));
    signature.update(CHALLENGE);
    assertTrue(signature.verify(answer));
  }

  /** M1 of ISO/IEC 9796-2: between the header of one byte and hash and trailer of 21. */
  private static byte[] recovered(byte[] answer) {
    RSAPublicKey key = (RSAPublicKey) document.activeAuthenticationKey();
    byte[] block =
        new BigInteger(1, answer).modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    return Arrays.copyOfRange(block, 1, block.length - 21);
  }

  @Test
  void aWrongCanIsRefused() throws Exception {
    PassportService service = service(new InProcessService(card()), 1000);
    assertThrows(
        CardServiceException.class,
        () -> service.doPACE(PACEKeySpec.createCANKey("654321"), PACE_OID, brainpool(), null));
  }

  private static VirtualCard card() {
    return document.card(TestDocument.CA_AES_128);
  }

  private static void readEverything(CardService cardService, Key key, int block)
      throws CardServiceException, IOException, GeneralSecurityException {
    PassportService service = opened(cardService, key, block);
    try {
      for (int fid : document.files().keySet()) {
        assertFile(service, fid, block);
      }
      assertThrows(
          CardServiceException.class,
          () -> service.getInputStream(PassportService.EF_DG3, block).readAllBytes());
    } finally {
      service.close();
    }
  }

  private static PassportService opened(CardService cardService, Key key, int block)
      throws CardServiceException, IOException, GeneralSecurityException {
    PassportService service = service(cardService, block);
    assertArrayEquals(
        TestDocument.cardAccess(),
        service.getInputStream(PassportService.EF_CARD_ACCESS, block).readAllBytes());
    BACKey mrz = new BACKey(TestDocument.NUMBER, TestDocument.BIRTH, TestDocument.EXPIRY);
    switch (key) {
      case PACE_CAN ->
          service.doPACE(PACEKeySpec.createCANKey(TestDocument.CAN), PACE_OID, brainpool(), null);
      case PACE_MRZ -> service.doPACE(PACEKeySpec.createMRZKey(mrz), PACE_OID, brainpool(), null);
      case BAC -> {
        service.sendSelectApplet(false);
        service.doBAC(mrz);
        return service;
      }
    }
    service.sendSelectApplet(true);
    return service;
  }

  private static PassportService service(CardService cardService, int block)
      throws CardServiceException {
    PassportService service =
        new PassportService(
            cardService,
            PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
            PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH,
            block,
            false,
            true);
    service.open();
    return service;
  }

  private static AlgorithmParameterSpec brainpool() {
    return PACEInfo.toParameterSpec(PACEInfo.PARAM_ID_ECP_BRAINPOOL_P256_R1);
  }

  private static void assertFile(PassportService service, int fid, int block)
      throws CardServiceException, IOException {
    assertArrayEquals(
        document.files().get(fid),
        service.getInputStream((short) fid, block).readAllBytes(),
        Integer.toHexString(fid));
  }

  private static CardTerminal terminal() throws CardException {
    return TerminalFactory.getDefault().terminals().list().stream()
        .filter(t -> t.getName().equals("Virtual PCD 00 00"))
        .findFirst()
        .orElseThrow();
  }
}
