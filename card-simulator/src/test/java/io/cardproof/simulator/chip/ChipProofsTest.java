package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chip Authentication and Active Authentication, ICAO 9303-11 §6. */
class ChipProofsTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String CA_3DES = "04007F00070202030201";
  private static final String CA_AES = "04007F00070202030202";
  private static final String CHALLENGE = "0102030405060708";
  private static final BigInteger CHIP_KEY = BigInteger.valueOf(0x1234567);
  private static final BigInteger TERMINAL_KEY = BigInteger.valueOf(0x7654321);

  private static KeyPair activeKey;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    activeKey = rsa.generateKeyPair();
  }

  @ParameterizedTest
  @CsvSource({
    "brainpoolP224r1, " + CA_3DES + ", 0.4.0.127.0.7.2.2.3.2.1, TRIPLE_DES",
    "brainpoolP256r1, " + CA_3DES + ", 0.4.0.127.0.7.2.2.3.2.1, TRIPLE_DES",
    "brainpoolP256r1, " + CA_AES + ", 0.4.0.127.0.7.2.2.3.2.2, AES_128"
  })
  void generalAuthenticateRekeysAfterItsOwnAnswer(
      String curveName, String mechanism, String oid, CipherSuite suite)
      throws CardRemovedException {
    ECDomainParameters curve = Curves.named(curveName);
    TestTerminal terminal = opened(curve, oid);
    assertEquals("9000", terminal.sendProtected("0022 41A4 0C 800A".replace(" ", "") + mechanism));
    String point = HEX.formatHex(terminalPoint(curve));
    int length = point.length() / 2;
    String data = String.format("7C%02X80%02X%s", length + 2, length, point);
    assertEquals(
        "7C009000", terminal.sendProtected(String.format("00860000%02X%s00", length + 4, data)));
    assertFirstReadUnder(suite, curve, terminal);
  }

  @Test
  void setKatRekeysAfterItsOwnAnswer() throws CardRemovedException {
    ECDomainParameters curve = Curves.named("brainpoolP224r1");
    TestTerminal terminal = opened(curve, ChipAuthenticationKey.ECDH_3DES);
    byte[] point = terminalPoint(curve);
    String data = String.format("91%02X%s", point.length, HEX.formatHex(point));
    String command = String.format("002241A6%02X%s", point.length + 2, data);
    assertEquals("9000", terminal.sendProtected(command));
    assertFirstReadUnder(CipherSuite.TRIPLE_DES, curve, terminal);
  }

  @Test
  void theOldKeysEndWithTheAgreement() throws CardRemovedException {
    ECDomainParameters curve = Curves.named("brainpoolP224r1");
    TestTerminal terminal = opened(curve, ChipAuthenticationKey.ECDH_3DES);
    byte[] point = terminalPoint(curve);
    terminal.sendProtected(
        String.format(
            "002241A6%02X91%02X%s", point.length + 2, point.length, HEX.formatHex(point)));
    assertEquals("plain 6988", terminal.sendProtected("00B09E0000"));
  }

  @ParameterizedTest
  @CsvSource({
    "002241A40C800A04007F00070202030202, 6A80",
    "002241A40F800A04007F00070202030201840101, 6A88",
    "002241A6039101 04, 6A80",
    "002241A603800104, 6A80",
    "00860000047C02800000, 6985",
  })
  void aWrongRequestIsRefusedAndTheSessionGoesOn(String command, String answer)
      throws CardRemovedException {
    TestTerminal terminal =
        opened(Curves.named("brainpoolP256r1"), ChipAuthenticationKey.ECDH_3DES);
    assertEquals(answer, terminal.sendProtected(command.replace(" ", "")));
    assertEquals("0102039000", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void chipAuthenticationNeedsAccess() throws CardRemovedException {
    TestTerminal terminal =
        FileAccessTest.terminal(
            image(Curves.named("brainpoolP256r1"), ChipAuthenticationKey.ECDH_AES_128).build());
    terminal.send(SELECT_APPLICATION);
    assertEquals("6982", terminal.send("002241A40C800A" + CA_AES));
  }

  @Test
  void unknownProtocolsAreNotPersonalised() {
    ECPrivateKeyParameters key =
        new ECPrivateKeyParameters(CHIP_KEY, Curves.named("brainpoolP256r1"));
    ChipImage.Builder image = ChipImage.builder();
    assertThrows(
        IllegalArgumentException.class,
        () -> image.chipAuthentication(key, "0.4.0.127.0.7.2.2.3.2.9"));
  }

  @ParameterizedTest
  @CsvSource({"SHA-1, BC", "SHA-256, 34CC"})
  void activeAuthenticationSignsTheChallenge(String digest, String trailer) throws Exception {
    RSAPrivateKey key = (RSAPrivateKey) activeKey.getPrivate();
    TestTerminal terminal =
        FileAccessTest.terminal(ChipImage.builder().activeAuthentication(key, digest).build());
    terminal.send(SELECT_APPLICATION);
    byte[] answer = HEX.parseHex(terminal.send("0088000008" + CHALLENGE + "00"));
    assertEquals(258, answer.length);
    RSAPublicKey verifying = (RSAPublicKey) activeKey.getPublic();
    byte[] block =
        new BigInteger(1, Arrays.copyOf(answer, 256))
            .modPow(verifying.getPublicExponent(), verifying.getModulus())
            .toByteArray();
    assertEquals(0x6A, block[0]);
    byte[] end = HEX.parseHex(trailer);
    int trailerAt = block.length - end.length;
    assertArrayEquals(end, Arrays.copyOfRange(block, trailerAt, block.length));
    MessageDigest hash = MessageDigest.getInstance(digest);
    int hashAt = trailerAt - hash.getDigestLength();
    hash.update(block, 1, hashAt - 1);
    hash.update(HEX.parseHex(CHALLENGE));
    assertArrayEquals(hash.digest(), Arrays.copyOfRange(block, hashAt, trailerAt));
  }

  @Test
  void activeAuthenticationNeedsAccessAndRoom() throws CardRemovedException {
    RSAPrivateKey key = (RSAPrivateKey) activeKey.getPrivate();
    TestTerminal terminal =
        FileAccessTest.terminal(
            ChipImage.builder()
                .mrzKey(TestTerminal.MRZ)
                .activeAuthentication(key, "SHA-1")
                .build());
    terminal.send(SELECT_APPLICATION);
    assertEquals("6982", terminal.send("0088000008" + CHALLENGE + "00"));
    terminal.openByBac();
    assertEquals("6700", terminal.sendProtected("0088000008" + CHALLENGE + "00"));
    assertEquals("6700", terminal.sendProtected("00880000070102030405060700"));
    String answer = terminal.sendProtected("00880000000008" + CHALLENGE + "0100");
    assertTrue(answer.endsWith("9000"));
    assertEquals(258, answer.length() / 2);
    assertEquals("6C00", terminal.sendProtected("00880000000008" + CHALLENGE + "0080"));
  }

  /** Under keys computed here from the agreement, with a counter that starts at zero. */
  private static void assertFirstReadUnder(
      CipherSuite suite, ECDomainParameters curve, TestTerminal terminal)
      throws CardRemovedException {
    ECPoint chipPoint = curve.getG().multiply(CHIP_KEY);
    byte[] secret = Curves.sharedSecret(chipPoint.multiply(TERMINAL_KEY));
    terminal.rekey(suite, suite.deriveKey(secret, 1), suite.deriveKey(secret, 2));
    assertEquals("0102039000", terminal.sendProtected("00B09E0000"));
  }

  private static byte[] terminalPoint(ECDomainParameters curve) {
    return Curves.encode(curve.getG().multiply(TERMINAL_KEY).normalize());
  }

  private static TestTerminal opened(ECDomainParameters curve, String oid)
      throws CardRemovedException {
    TestTerminal terminal =
        new TestTerminal(new VirtualCard(image(curve, oid).build(), new SecureRandom()));
    terminal.openByBac();
    return terminal;
  }

  private static ChipImage.Builder image(ECDomainParameters curve, String oid) {
    return ChipImage.builder()
        .mrzKey(TestTerminal.MRZ)
        .file(0x011E, new byte[] {1, 2, 3})
        .chipAuthentication(new ECPrivateKeyParameters(CHIP_KEY, curve), oid);
  }
}
