package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import io.cardproof.simulator.crypto.Groups;
import io.cardproof.simulator.tlv.DataObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check of ICAO 9303-11 §4.4 that the chip makes of what a terminal sends. */
class PaceChecksTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String NONCE = "00112233445566778899AABBCCDDEEFF";
  private static final BigInteger CHIP_MAPPING_KEY = BigInteger.valueOf(0x1234567);
  private static final BigInteger CHIP_KEY = BigInteger.valueOf(0x7654321);
  private static final BigInteger TERMINAL_KEY = BigInteger.valueOf(0x1357);

  @ParameterizedTest
  @CsvSource({
    "0.4.0.127.0.7.2.2.4.2.2, 12",
    "0.4.0.127.0.7.2.2.4.2.2, 13",
    "0.4.0.127.0.7.2.2.4.2.2, 18",
    "0.4.0.127.0.7.2.2.4.1.2, 0",
    "0.4.0.127.0.7.2.2.4.1.2, 2",
    "0.4.0.127.0.7.2.2.4.6.2, 12",
  })
  void aMappingKeyEqualToTheChipsIsRefused(String oid, int parameterId)
      throws CardRemovedException {
    Chip chip = new Chip(oid, parameterId);
    chip.start();
    assertEquals("6A80", chip.map(chip.group.generator().times(CHIP_MAPPING_KEY).encoded()));
  }

  @ParameterizedTest
  @CsvSource({"0.4.0.127.0.7.2.2.4.2.2, 12", "0.4.0.127.0.7.2.2.4.1.2, 0"})
  void anEphemeralKeyEqualToTheChipsIsRefused(String oid, int parameterId)
      throws CardRemovedException {
    Chip chip = new Chip(oid, parameterId);
    chip.start();
    assertEquals("9000", chip.map(chip.terminalMapping().encoded()));
    assertEquals("6A80", chip.agree(chip.generator().times(CHIP_KEY).encoded()));
    assertEquals("6985", chip.agree(chip.generator().times(TERMINAL_KEY).encoded()));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void aPointMustBeOnItsCurveAndUncompressed(int parameterId) throws CardRemovedException {
    String oid = "0.4.0.127.0.7.2.2.4.2.2";
    Group group = Groups.standardised(parameterId);
    byte[] good = group.generator().times(TERMINAL_KEY).encoded();
    byte[] offCurve = good.clone();
    offCurve[good.length - 1] ^= 1;
    byte[] compressed = Arrays.copyOf(good, 1 + good.length / 2);
    compressed[0] = 2;
    byte[] hybrid = good.clone();
    hybrid[0] = 6;
    byte[] unreduced = good.clone();
    byte[] prime = BigIntegers.asUnsignedByteArray(good.length / 2, group.prime());
    System.arraycopy(prime, 0, unreduced, 1, prime.length);
    byte[][] wrong = {
      new byte[] {0},
      new byte[0],
      offCurve,
      compressed,
      hybrid,
      unreduced,
      Arrays.copyOf(good, good.length - 1),
      Arrays.copyOf(good, good.length + 1),
    };
    for (byte[] point : wrong) {
      Chip mapping = new Chip(oid, parameterId);
      mapping.start();
      assertEquals("6A80", mapping.map(point), () -> HEX.formatHex(point));
      Chip agreement = new Chip(oid, parameterId);
      agreement.start();
      agreement.map(agreement.terminalMapping().encoded());
      assertEquals("6A80", agreement.agree(point), () -> HEX.formatHex(point));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aResidueMustBeInRangeInTheSubgroupAndInFullLength(int parameterId)
      throws CardRemovedException {
    String oid = "0.4.0.127.0.7.2.2.4.1.2";
    Group group = Groups.standardised(parameterId);
    BigInteger prime = group.prime();
    int length = BigIntegers.getUnsignedByteLength(prime);
    BigInteger outside = BigInteger.TWO;
    while (outside.modPow(group.order(), prime).equals(BigInteger.ONE)) {
      outside = outside.add(BigInteger.ONE);
    }
    byte[] good = group.generator().times(TERMINAL_KEY).encoded();
    byte[][] wrong = {
      new byte[length],
      BigIntegers.asUnsignedByteArray(length, BigInteger.ONE),
      BigIntegers.asUnsignedByteArray(length, prime.subtract(BigInteger.ONE)),
      BigIntegers.asUnsignedByteArray(length, prime),
      BigIntegers.asUnsignedByteArray(length, outside),
      Arrays.copyOfRange(good, 1, good.length),
      Arrays.copyOf(good, good.length + 1),
    };
    for (byte[] key : wrong) {
      Chip mapping = new Chip(oid, parameterId);
      mapping.start();
      assertEquals("6A80", mapping.map(key), () -> HEX.formatHex(key));
      Chip agreement = new Chip(oid, parameterId);
      agreement.start();
      agreement.map(agreement.terminalMapping().encoded());
      assertEquals("6A80", agreement.agree(key), () -> HEX.formatHex(key));
    }
  }

  @Test
  void aMappedGeneratorAtInfinityIsRefused() throws CardRemovedException {
    Chip chip = new Chip("0.4.0.127.0.7.2.2.4.2.2", 12);
    chip.start();
    BigInteger order = chip.group.order();
    BigInteger cancelling =
        new BigInteger(NONCE, 16).negate().multiply(CHIP_MAPPING_KEY.modInverse(order)).mod(order);
    assertEquals("6A80", chip.map(chip.group.generator().times(cancelling).encoded()));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4.0.127.0.7.2.2.4.4.1, 16",
    "0.4.0.127.0.7.2.2.4.4.2, 16",
    "0.4.0.127.0.7.2.2.4.4.3, 24",
    "0.4.0.127.0.7.2.2.4.4.4, 32",
  })
  void theTerminalsNonceIsAsLongAsAKey(String oid, int length) throws CardRemovedException {
    for (int sent = 0; sent <= 40; sent++) {
      Chip chip = new Chip(oid, 12);
      chip.start();
      assertEquals(sent == length ? "9000" : "6A80", chip.map(new byte[sent]));
    }
  }

  @Test
  void everyStepHasItsTagAndNothingElse() throws CardRemovedException {
    Chip chip = new Chip("0.4.0.127.0.7.2.2.4.2.2", 12);
    byte[] key = chip.terminalMapping().encoded();
    chip.start();
    assertEquals("6A80", chip.step("10", DataObject.encode(0x83, key)));
    chip.start();
    String twice = HEX.formatHex(DataObject.encode(0x81, key)).repeat(2);
    assertEquals("6A80", chip.step("10", HEX.parseHex(twice)));
    chip.start();
    assertEquals("6A80", chip.step("10", new byte[0]));
    chip.start();
    assertEquals("6A80", HEX.formatHex(chip.card.transmit(HEX.parseHex("10860000027D0000"))));
  }

  @Test
  void stepsAreNotLeftOut() throws CardRemovedException {
    Chip chip = new Chip("0.4.0.127.0.7.2.2.4.2.2", 12);
    chip.start();
    assertEquals("6A80", chip.agree(chip.terminalMapping().encoded()));
    chip.start();
    assertEquals("6985", chip.step("00", DataObject.encode(0x85, new byte[8])));
    chip.start();
    chip.map(chip.terminalMapping().encoded());
    assertEquals("6985", chip.step("00", DataObject.encode(0x85, new byte[8])));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 9, 16})
  void aTokenOfAnyLengthThatIsWrongIs6300(int length) throws CardRemovedException {
    Chip chip = new Chip("0.4.0.127.0.7.2.2.4.2.2", 12);
    chip.start();
    chip.map(chip.terminalMapping().encoded());
    chip.agree(chip.generator().times(TERMINAL_KEY).encoded());
    assertEquals("6300", chip.step("00", DataObject.encode(0x85, new byte[length])));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4.0.127.0.7.2.2.4.2.2, 0",
    "0.4.0.127.0.7.2.2.4.1.2, 12",
    "0.4.0.127.0.7.2.2.4.2.2, 3",
    "0.4.0.127.0.7.2.2.4.2.2, 19",
    "0.4.0.127.0.7.2.2.4.4.2, 10",
    "0.4.0.127.0.7.2.2.4.6.1, 12",
    "0.4.0.127.0.7.2.2.4.2.5, 12",
    "0.4.0.127.0.7.2.2.4.5.2, 12",
    "0.4.0.127.0.7.2.2.4.2, 12",
    "1.2.3, 12",
  })
  void whatTheStandardDoesNotHaveIsNotPersonalised(String oid, int parameterId) {
    ChipImage.Builder image = ChipImage.builder();
    assertThrows(IllegalArgumentException.class, () -> image.pace(oid, parameterId));
  }

  @Test
  void chipAuthenticationMappingNeedsAKeyOnItsCurve() {
    ChipImage.Builder image =
        ChipImage.builder()
            .pace("0.4.0.127.0.7.2.2.4.6.2", 12)
            .chipAuthenticationMapping(staticKey(13));
    assertThrows(IllegalStateException.class, image::build);
    image.chipAuthenticationMapping(staticKey(12)).build();
  }

  private static ECPrivateKeyParameters staticKey(int parameterId) {
    CurveGroup group = (CurveGroup) Groups.standardised(parameterId);
    return new ECPrivateKeyParameters(BigInteger.valueOf(0xABCDEF), group.curve());
  }

  /** A chip that draws known numbers, and the next step of a run. */
  private static final class Chip {
    private final VirtualCard card;
    private final Group group;
    private final String oid;

    Chip(String oid, int parameterId) {
      this.oid = oid;
      this.group = Groups.standardised(parameterId);
      ChipImage.Builder image = ChipImage.builder().can("123456").pace(oid, parameterId);
      if (group instanceof CurveGroup) {
        image.chipAuthenticationMapping(staticKey(parameterId));
      }
      this.card = new VirtualCard(image.build(), new KnownNumbers());
    }

    GroupElement terminalMapping() {
      return group.generator().times(TERMINAL_KEY);
    }

    GroupElement generator() {
      return group
          .generator()
          .times(new BigInteger(NONCE, 16).add(CHIP_MAPPING_KEY.multiply(TERMINAL_KEY)));
    }

    void start() throws CardRemovedException {
      String set = HEX.formatHex(DataObject.encode(0x80, Oids.value(oid))) + "830102";
      String command = String.format("0022C1A4%02X%s", set.length() / 2, set);
      assertEquals("9000", HEX.formatHex(card.transmit(HEX.parseHex(command))));
      assertEquals("9000", step("10", new byte[0]));
    }

    String map(byte[] data) throws CardRemovedException {
      return step("10", DataObject.encode(0x81, data));
    }

    String agree(byte[] key) throws CardRemovedException {
      return step("10", DataObject.encode(0x83, key));
    }

    /** The status word of the answer. */
    String step(String cla, byte[] objects) throws CardRemovedException {
      byte[] data = DataObject.encode(0x7C, objects);
      String command = String.format("%s86000000%04X%s0000", cla, data.length, HEX.formatHex(data));
      String answer = HEX.formatHex(card.transmit(HEX.parseHex(command)));
      return answer.substring(answer.length() - 4);
    }
  }

  /** Draws the nonce again and again, and its two private keys by turns. */
  private static final class KnownNumbers implements ChipRandomness {
    private boolean mapped;

    @Override
    public byte[] bytes(int count) {
      mapped = false;
      return Arrays.copyOf(HEX.parseHex(NONCE), count);
    }

    @Override
    public BigInteger privateKey(BigInteger order) {
      BigInteger key = mapped ? CHIP_KEY : CHIP_MAPPING_KEY;
      mapped = true;
      return key;
    }
  }
}
