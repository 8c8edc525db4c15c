package io.cardproof.chip;

import static io.cardproof.chip.Deviation.objects;
import static io.cardproof.chip.Deviation.reflecting;
import static io.cardproof.chip.Deviation.to;
import static io.cardproof.chip.Deviation.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.AgreementGroups;
import io.cardproof.crypto.DhGroup;
import io.cardproof.crypto.EcCurves;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.ProtocolException;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Chips that deviate from ICAO 9303-11 §4.4 in one answer. Each deviation has a reason of its own,
 * and nothing is sent after it. The names in brackets are those of TR-03105-5.1.
 */
class HostilePaceTest {
  private static final int NONCE = 1;
  private static final int MAPPING = 2;
  private static final int AGREEMENT = 3;
  private static final int TOKEN = 4;
  private static final String CURVE = "2.2";
  private static final String NUMBERS = "1.2";
  private static final String INTEGRATED = "4.2";
  private static final String CHIP_AUTHENTICATION = "6.2";

  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @CsvSource({
    "1, 80, 90, 'the encrypted nonce has the tag 90, not 80'",
    "2, 82, 92, 'the mapping key has the tag 92, not 82'",
    "3, 84, 94, 'the ephemeral key has the tag 94, not 84'",
    "4, 86, 96, 'the authentication token has the tag 96, not 86'"
  })
  void aWrongTagIsRefused(int step, String right, String wrong, String reason) throws Exception {
    // (ISO7816_G_11, 13, 19, 25)
    assertRefused(
        CURVE,
        step,
        (command, answer) -> Bytes.ofHex(answer.toHex().replaceFirst(right, wrong)),
        reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'the encrypted nonce is missing'",
    "2, 'the mapping key is missing'",
    "3, 'the ephemeral key is missing'",
    "4, 'the authentication token is missing'"
  })
  void anEmptyAnswerIsRefused(int step, String reason) throws Exception {
    assertRefused(CURVE, step, to("7C009000"), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'an object 89 stands beside the encrypted nonce'",
    "2, 'an object 89 stands beside the mapping key'",
    "3, 'an object 89 stands beside the ephemeral key'",
    "4, 'an object 89 stands beside the authentication token'"
  })
  void anExtraObjectIsRefused(int step, String reason) throws Exception {
    assertRefused(CURVE, step, objects(inner -> Bytes.concat(inner, hex("890100"))), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'the answer with the encrypted nonce is not one template 7C'",
    "2, 'the answer with the mapping key is not one template 7C'",
    "3, 'the answer with the ephemeral key is not one template 7C'",
    "4, 'the answer with the authentication token is not one template 7C'"
  })
  void anotherTemplateIsRefused(int step, String reason) throws Exception {
    assertRefused(
        CURVE, step, (command, answer) -> Bytes.concat(hex("7D"), answer.from(1)), reason);
  }

  @Test
  void aLengthInsideTheTemplateThatIsWrongIsRefused() throws Exception {
    assertRefused(
        CURVE,
        NONCE,
        objects(inner -> Bytes.concat(hex("8011"), inner.from(2))),
        "the answer with the encrypted nonce has a wrong length");
  }

  @ParameterizedTest
  @CsvSource({"8", "15", "17", "80", "0"})
  void aNonceOfAWrongLengthIsRefused(int length) throws Exception {
    assertRefused(
        CURVE,
        NONCE,
        objects(inner -> Template.object(0x80, Bytes.of(new byte[length]))),
        "the encrypted nonce has a wrong length");
  }

  @Test
  void aNonceOfIntegratedMappingHasExactlyTheLengthOfTheStandard() throws Exception {
    assertRefused(
        INTEGRATED,
        NONCE,
        objects(inner -> Template.object(0x80, Bytes.of(new byte[32]))),
        "the encrypted nonce has a wrong length");
  }

  @Test
  void ourOwnMappingKeyIsRefused() throws Exception {
    assertRefused(CURVE, MAPPING, reflecting(0x81, 0x82), "the chip sent our own mapping key back");
  }

  @Test
  void ourOwnEphemeralKeyIsRefused() throws Exception {
    // (ISO7816_G_23)
    assertRefused(
        CURVE, AGREEMENT, reflecting(0x83, 0x84), "the chip sent our own ephemeral key back");
    assertRefused(
        NUMBERS, AGREEMENT, reflecting(0x83, 0x84), "the chip sent our own ephemeral key back");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 82, the chip's mapping key: the point is not on the curve",
    "3, 84, the chip's ephemeral key: the point is not on the curve"
  })
  void aPointOffTheCurveIsRefused(int step, String tag, String reason) throws Exception {
    // (ISO7816_G_16, 21)
    assertRefused(CURVE, step, value(tag, point -> changed(point, 64)), reason);
    assertRefused(CURVE, step, value(tag, point -> changed(point, 32)), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 82, the chip's mapping key: the point is at infinity",
    "3, 84, the chip's ephemeral key: the point is at infinity"
  })
  void thePointAtInfinityIsRefused(int step, String tag, String reason) throws Exception {
    assertRefused(CURVE, step, value(tag, point -> hex("00")), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 82, the chip's mapping key: not an uncompressed point of this curve",
    "3, 84, the chip's ephemeral key: not an uncompressed point of this curve"
  })
  void aPointOfAnotherFormOrLengthIsRefused(int step, String tag, String reason) throws Exception {
    assertRefused(CURVE, step, value(tag, point -> Bytes.concat(hex("05"), point.from(1))), reason);
    assertRefused(
        CURVE, step, value(tag, point -> Bytes.concat(hex("02"), point.slice(1, 33))), reason);
    assertRefused(CURVE, step, value(tag, point -> point.slice(0, 64)), reason);
    assertRefused(CURVE, step, value(tag, point -> Bytes.concat(point, hex("00"))), reason);
  }

  @ParameterizedTest
  @CsvSource({"2, 82, mapping", "3, 84, ephemeral"})
  void theNumbers0And1AndTheLastAreRefused(int step, String tag, String name) throws Exception {
    // (ISO7816_G_17, 22)
    String reason = "the chip's " + name + " key: the number is not between 2 and p - 2";
    BigInteger prime = prime();
    List<BigInteger> bad =
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            prime.subtract(BigInteger.ONE),
            prime,
            prime.add(BigInteger.TWO));
    for (BigInteger number : bad) {
      assertRefused(NUMBERS, step, value(tag, ignored -> encoded(number)), reason);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 82, mapping", "3, 84, ephemeral"})
  void aNumberOutsideTheSubgroupIsRefused(int step, String tag, String name) throws Exception {
    assertRefused(
        NUMBERS,
        step,
        value(tag, ignored -> encoded(BigInteger.TWO)),
        "the chip's " + name + " key: the number is outside the subgroup");
  }

  @ParameterizedTest
  @CsvSource({"2, 82, mapping", "3, 84, ephemeral"})
  void aNumberOfAWrongLengthIsRefused(int step, String tag, String name) throws Exception {
    String reason = "the chip's " + name + " key: not a number of this group's length";
    assertRefused(NUMBERS, step, value(tag, number -> Bytes.concat(hex("00"), number)), reason);
    assertRefused(NUMBERS, step, value(tag, number -> Bytes.empty()), reason);
  }

  @Test
  void mappingDataInIntegratedMappingAreRefused() throws Exception {
    assertRefused(
        INTEGRATED,
        MAPPING,
        to("7C03820100" + "9000"),
        "the mapping data of Integrated Mapping are not empty");
  }

  @Test
  void aWrongTokenIsRefused() throws Exception {
    // (ISO7816_G_26)
    for (String variant : List.of(CURVE, NUMBERS, INTEGRATED, CHIP_AUTHENTICATION)) {
      assertRefused(
          variant,
          TOKEN,
          value("86", token -> changed(token, 7)),
          "the chip's authentication token is wrong");
    }
  }

  @Test
  void theTerminalsOwnTokenIsRefused() throws Exception {
    assertRefused(CURVE, TOKEN, reflecting(0x85, 0x86), "the chip's authentication token is wrong");
  }

  @Test
  void aTokenOfAWrongLengthIsRefused() throws Exception {
    assertRefused(
        CURVE,
        TOKEN,
        value("86", token -> token.slice(0, 7)),
        "the chip's authentication token has a wrong length");
    assertRefused(
        CURVE,
        TOKEN,
        value("86", token -> Bytes.concat(token, token)),
        "the chip's authentication token has a wrong length");
  }

  @Test
  void missingChipAuthenticationDataAreRefused() throws Exception {
    // (ISO7816_G_29, 32)
    assertRefused(
        CHIP_AUTHENTICATION,
        TOKEN,
        objects(inner -> inner.slice(0, 10)),
        "the chip authentication data are missing");
    assertRefused(
        CHIP_AUTHENTICATION,
        TOKEN,
        objects(inner -> Bytes.ofHex(inner.toHex().replaceFirst("8a30", "8b30"))),
        "an object 8B stands beside the authentication token");
  }

  @Test
  void malformedChipAuthenticationDataAreRefused() throws Exception {
    // (ISO7816_G_33)
    for (String data : List.of("8A00", "8A0F" + "00".repeat(15), "8A11" + "00".repeat(17))) {
      assertRefused(
          CHIP_AUTHENTICATION,
          TOKEN,
          objects(inner -> Bytes.concat(inner.slice(0, 10), hex(data))),
          "the chip authentication data have a wrong length");
    }
  }

  @Test
  void chipAuthenticationDataThatAreThereTwiceAreRefused() throws Exception {
    assertRefused(
        CHIP_AUTHENTICATION,
        TOKEN,
        objects(inner -> Bytes.concat(inner, inner.from(10))),
        "the chip authentication data are there twice");
  }

  @Test
  void chipAuthenticationDataInGenericMappingMeanNothing() throws Exception {
    // (ISO7816_G_35)
    Deviation change = objects(inner -> Bytes.concat(inner, hex("8A10" + "00".repeat(16))));
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN);
        Access.Opened opened = link(CURVE, TOKEN, change, new ArrayList<>()).open(key)) {
      assertTrue(opened.proofs().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void anErrorStatusEndsPace(int step) throws Exception {
    // (ISO7816_G_10, 12, 18)
    assertRefused(CURVE, step, to("6A80"), "the chip refuses a step of PACE");
  }

  @ParameterizedTest
  @CsvSource({CURVE, NUMBERS, INTEGRATED, CHIP_AUTHENTICATION})
  void aFlippedBitInAnyStepNeverOpens(String variant) throws Exception {
    Random where = new Random(1);
    for (int run = 0; run < 24; run++) {
      int step = NONCE + run % TOKEN;
      // The encrypted data after the token are the verifier's to judge.
      Deviation flip =
          (command, answer) -> flipped(answer, where, step == TOKEN ? 12 : Integer.MAX_VALUE);
      PaceLink link = link(variant, step, flip, new ArrayList<>());
      try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
        assertThrows(InspectionException.class, () -> link.open(key).close());
      }
    }
  }

  private static Bytes flipped(Bytes answer, Random where, int end) {
    byte[] bytes = answer.toByteArray();
    bytes[where.nextInt(Math.min(end, bytes.length))] ^= (byte) (1 << where.nextInt(8));
    return Bytes.of(bytes);
  }

  private void assertRefused(String variant, int step, Deviation change, String reason)
      throws Exception {
    List<Bytes> sent = new ArrayList<>();
    PaceLink link = link(variant, step, change, sent);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      ProtocolException e = assertThrows(ProtocolException.class, () -> link.open(key).close());
      assertEquals(reason, e.getMessage());
    }
    // CardAccess and MSE:Set AT go before.
    assertEquals(1 + 1 + step, sent.size());
  }

  private PaceLink link(String variant, int step, Deviation change, List<Bytes> sent)
      throws Exception {
    PaceChips chip = PaceChips.chip().pace(variant, variant.equals(NUMBERS) ? 0 : 13);
    if (variant.equals(CHIP_AUTHENTICATION)) {
      ECDomainParameters domain = EcCurves.byParameterId(13).orElseThrow();
      chip.mappingKey(
          new ECPrivateKeyParameters(EcCurves.privateKey(domain, random), domain), hex("3000"));
    }
    VirtualCard card = new VirtualCard(chip.build(), random);
    CardLink altered =
        new DecoratedLink(SimulatedLinks.inProcess(card)) {
          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            sent.add(Bytes.of(command));
            Bytes answer = Bytes.of(super.transmit(command));
            Bytes changed =
                sent.size() == 2 + step ? change.apply(Bytes.of(command), answer) : answer;
            return changed.toByteArray();
          }
        };
    return new PaceLink(altered, random);
  }

  private static Bytes changed(Bytes value, int at) {
    byte[] bytes = value.toByteArray();
    bytes[at] ^= 1;
    return Bytes.of(bytes);
  }

  private static BigInteger prime() {
    return ((DhGroup) AgreementGroups.byParameterId(0).orElseThrow()).prime();
  }

  private static Bytes encoded(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(128, number));
  }

  private static Bytes hex(String hex) {
    return Bytes.ofHex(hex);
  }
}
