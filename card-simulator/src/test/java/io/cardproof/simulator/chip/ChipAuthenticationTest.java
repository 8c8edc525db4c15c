package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import io.cardproof.simulator.crypto.Groups;
import io.cardproof.simulator.crypto.ModularGroup;
import io.cardproof.simulator.tlv.DataObject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Chip Authentication with every group, cipher and way to name a key, ICAO 9303-11 §6.2. */
class ChipAuthenticationTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BigInteger CHIP_KEY = BigInteger.valueOf(0x1234567);
  private static final BigInteger TERMINAL_KEY = BigInteger.valueOf(0x7654321);
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.3.";
  private static final String READ = "00B09E0000";
  private static final int CURVE_256 = 13;

  /** Every standardised group with every cipher. */
  static Stream<Arguments> combinations() {
    return IntStream.concat(IntStream.rangeClosed(0, 2), IntStream.rangeClosed(8, 18))
        .boxed()
        .flatMap(id -> Stream.of(CipherSuite.values()).map(suite -> Arguments.of(id, suite)));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void generalAuthenticateRekeys(int parameterId, CipherSuite suite) throws CardRemovedException {
    Group group = Groups.standardised(parameterId);
    TestTerminal terminal = opened(image(group, suite, OptionalInt.empty()));
    assertEquals("9000", terminal.sendProtected(setAt(group, suite, "")));
    assertEquals("7C009000", terminal.sendProtected(generalAuthenticate(point(group))));
    assertReadsUnderNewKeys(group, suite, terminal);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18"})
  void setKatRekeysForTripleDes(int parameterId) throws CardRemovedException {
    Group group = Groups.standardised(parameterId);
    TestTerminal terminal = opened(image(group, CipherSuite.TRIPLE_DES, OptionalInt.empty()));
    assertEquals("9000", terminal.sendProtected(setKat(point(group), "")));
    assertReadsUnderNewKeys(group, CipherSuite.TRIPLE_DES, terminal);
  }

  @ParameterizedTest
  @CsvSource({
    // Identifiers of the chip's keys, reference of the terminal, answer.
    "'',    '',       9000",
    "'',    840101,   6A88",
    "7,     '',       9000",
    "7,     840107,   9000",
    "7,     84020007, 9000",
    "7,     840108,   6A88",
    "7,     8400,     6A88",
    "1 2,   840102,   9000",
    "1 2,   840103,   6A88",
    "1 2,   '',       6A80",
    "1 300, 8402012C, 9000",
    "1 300, 84012C,   6A88",
  })
  void theReferenceNamesOneOfTheKeys(String identifiers, String reference, String answer)
      throws CardRemovedException {
    Group group = Groups.standardised(CURVE_256);
    CipherSuite suite = CipherSuite.TRIPLE_DES;
    ChipImage.Builder image = base();
    if (identifiers.isEmpty()) {
      addKey(image, group, suite, OptionalInt.empty());
    }
    for (String identifier : identifiers.split(" ", -1)) {
      if (!identifier.isEmpty()) {
        addKey(image, group, suite, OptionalInt.of(Integer.parseInt(identifier)));
      }
    }
    TestTerminal terminal = opened(image);
    assertEquals(answer, terminal.sendProtected(setAt(group, suite, reference)));
    assertEquals(answer, terminal.sendProtected(setKat(point(group), reference)));
  }

  @Test
  void oneKeyMayServeTwoProtocols() throws CardRemovedException {
    Group group = Groups.standardised(CURVE_256);
    ChipImage.Builder image = base();
    addKey(image, group, CipherSuite.AES_128, OptionalInt.of(1));
    addKey(image, group, CipherSuite.AES_256, OptionalInt.of(1));
    TestTerminal terminal = opened(image);
    terminal.sendProtected(setAt(group, CipherSuite.AES_256, ""));
    assertEquals("7C009000", terminal.sendProtected(generalAuthenticate(point(group))));
    assertReadsUnderNewKeys(group, CipherSuite.AES_256, terminal);
  }

  @ParameterizedTest
  @CsvSource({
    "13, 04 x:01 y:01",
    "13, 00",
    "13, 02 x:01",
    "13, 06 x:01 y:01",
    "13, 04 x:00 y:00",
    "0, v:00",
    "0, v:01",
    "0, short",
    "0, minus-one",
    "0, prime",
    "2, other-subgroup",
  })
  void aKeyThatIsNoneOfTheGroupIsRefusedAndTheOldKeysStay(int parameterId, String key)
      throws CardRemovedException {
    Group group = Groups.standardised(parameterId);
    byte[] wrong = HEX.parseHex(wrongKey(group, key));
    TestTerminal terminal = opened(image(group, CipherSuite.TRIPLE_DES, OptionalInt.empty()));
    terminal.sendProtected(setAt(group, CipherSuite.TRIPLE_DES, ""));
    assertEquals("6A80", terminal.sendProtected(generalAuthenticate(wrong)));
    assertEquals("6A80", terminal.sendProtected(setKat(wrong, "")));
    assertEquals("0102039000", terminal.sendProtected(READ));
    assertEquals("6985", terminal.sendProtected(generalAuthenticate(point(group))));
  }

  @Test
  void aSubgroupOfUnknownOrderTakesEveryValueInRange() throws CardRemovedException {
    ModularGroup group = (ModularGroup) Groups.standardised(2);
    DHParameters domain =
        new DHParameters(group.prime(), new BigInteger(1, group.generator().encoded()));
    TestTerminal terminal =
        opened(
            base()
                .chipAuthentication(
                    new DHPrivateKeyParameters(CHIP_KEY, domain),
                    PROTOCOL + "1.2",
                    OptionalInt.empty()));
    terminal.sendProtected(setAt(group, CipherSuite.AES_128, ""));
    byte[] three = HEX.parseHex("00".repeat(255) + "03");
    assertEquals("7C009000", terminal.sendProtected(generalAuthenticate(three)));
  }

  @Test
  void aLongKeyComesInAChainOfShortCommands() throws CardRemovedException {
    Group group = Groups.standardised(2);
    TestTerminal terminal =
        opened(image(group, CipherSuite.AES_256, OptionalInt.empty()).shortLengthOnly());
    terminal.sendProtected(setAt(group, CipherSuite.AES_256, ""));
    String data = HEX.formatHex(template(point(group)));
    assertEquals("9000", terminal.sendProtected("10860000C8" + data.substring(0, 400)));
    String rest = data.substring(400);
    String last = String.format("00860000%02X%s00", rest.length() / 2, rest);
    assertEquals("7C009000", terminal.sendProtected(last));
    assertReadsUnderNewKeys(group, CipherSuite.AES_256, terminal);
  }

  @Test
  void protocolAndKeyBelongTogether() {
    ChipImage.Builder image = ChipImage.builder();
    AsymmetricKeyParameter curve = key(Groups.standardised(CURVE_256));
    AsymmetricKeyParameter modular = key(Groups.standardised(0));
    for (String arcs : List.of("1.2", "2.5", "2.0", "3.1")) {
      assertRefused(image, curve, arcs, OptionalInt.empty());
    }
    assertRefused(image, modular, "2.2", OptionalInt.empty());
    assertRefused(image, curve, "2.2", OptionalInt.of(-1));
  }

  private static void assertRefused(
      ChipImage.Builder image, AsymmetricKeyParameter key, String arcs, OptionalInt keyId) {
    assertThrows(
        IllegalArgumentException.class,
        () -> image.chipAuthentication(key, PROTOCOL + arcs, keyId));
  }

  private static void assertReadsUnderNewKeys(Group group, CipherSuite suite, TestTerminal terminal)
      throws CardRemovedException {
    byte[] secret = group.generator().times(CHIP_KEY).times(TERMINAL_KEY).secret();
    terminal.rekey(suite, suite.deriveKey(secret, 1), suite.deriveKey(secret, 2));
    assertEquals("0102039000", terminal.sendProtected(READ));
  }

  private static String wrongKey(Group group, String key) {
    int length = (group.prime().bitLength() + 7) / 8;
    String fill = "00".repeat(length - 1);
    return switch (key) {
      case "short" -> HEX.formatHex(point(group)).substring(2);
      case "prime" -> HEX.formatHex(unsigned(group.prime(), length));
      case "minus-one" -> HEX.formatHex(unsigned(group.prime().subtract(BigInteger.ONE), length));
      case "other-subgroup" -> fill + "03";
      default -> key.replace("x:", fill).replace("y:", fill).replace("v:", fill).replace(" ", "");
    };
  }

  private static byte[] unsigned(BigInteger value, int length) {
    return BigIntegers.asUnsignedByteArray(length, value);
  }

  private static String setAt(Group group, CipherSuite suite, String reference) {
    byte[] oid = Oids.value(oid(group, suite));
    String data = HEX.formatHex(DataObject.encode(0x80, oid)) + reference;
    return String.format("002241A4%02X%s", data.length() / 2, data);
  }

  private static String setKat(byte[] point, String reference) {
    String data = HEX.formatHex(DataObject.encode(0x91, point)) + reference;
    return extended("002241A6", data, "");
  }

  private static String generalAuthenticate(byte[] point) {
    return extended("00860000", HEX.formatHex(template(point)), "0000");
  }

  private static String extended(String header, String data, String le) {
    return String.format("%s00%04X%s%s", header, data.length() / 2, data, le);
  }

  private static byte[] template(byte[] point) {
    return DataObject.encode(0x7C, DataObject.encode(0x80, point));
  }

  private static byte[] point(Group group) {
    GroupElement own = group.generator().times(TERMINAL_KEY);
    return own.encoded();
  }

  private static TestTerminal opened(ChipImage.Builder image) throws CardRemovedException {
    TestTerminal terminal = new TestTerminal(new VirtualCard(image.build(), new SecureRandom()));
    terminal.openByBac();
    return terminal;
  }

  private static ChipImage.Builder base() {
    return ChipImage.builder().mrzKey(TestTerminal.MRZ).file(0x011E, new byte[] {1, 2, 3});
  }

  private static ChipImage.Builder image(Group group, CipherSuite suite, OptionalInt keyId) {
    ChipImage.Builder image = base();
    addKey(image, group, suite, keyId);
    return image;
  }

  private static void addKey(
      ChipImage.Builder image, Group group, CipherSuite suite, OptionalInt keyId) {
    image.chipAuthentication(key(group), oid(group, suite), keyId);
  }

  private static AsymmetricKeyParameter key(Group group) {
    if (group instanceof CurveGroup curve) {
      return new ECPrivateKeyParameters(CHIP_KEY, curve.curve());
    }
    BigInteger generator = new BigInteger(1, group.generator().encoded());
    return new DHPrivateKeyParameters(
        CHIP_KEY, new DHParameters(group.prime(), generator, group.order()));
  }

  private static String oid(Group group, CipherSuite suite) {
    int cipher = List.of(CipherSuite.values()).indexOf(suite) + 1;
    return PROTOCOL + (group instanceof CurveGroup ? 2 : 1) + "." + cipher;
  }
}
