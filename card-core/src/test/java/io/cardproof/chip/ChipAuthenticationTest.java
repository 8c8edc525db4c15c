package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.AgreementGroups;
import io.cardproof.crypto.AgreementPublicKey;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/** Chip Authentication against the simulated chip, command by command. */
class ChipAuthenticationTest {
  private static final String NUMBERS_AES_128 = "0.4.0.127.0.7.2.2.3.1.2";
  private static final String NUMBERS_TRIPLE_DES = "0.4.0.127.0.7.2.2.3.1.1";
  private static final String CURVES_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
  private static final String CURVES_AES_256 = "0.4.0.127.0.7.2.2.3.2.4";
  private static final int MANAGE = 0x22;
  private static final int GENERAL_AUTHENTICATE = 0x86;

  @Test
  void aLongKeyGoesInAChainOfProtectedShortCommands() throws Exception {
    AsymmetricCipherKeyPair pair = StandardGroup.MODP_2048_256.keyPair(new SecureRandom());
    OpenChip chip = open(pair, NUMBERS_AES_128, OptionalInt.empty());
    Agreement agreement =
        run(chip, OpenChip.shortLength(), key(pair, NUMBERS_AES_128, Optional.empty()));
    assertTrue(agreement.channel().isPresent());
    assertEquals(List.of("0c22", "1c86", "0c86"), starts(chip));
    assertTrue(chip.commands().stream().allMatch(command -> command.length <= 261));
    assertAnswersUnderNewKeys(agreement);
  }

  @Test
  void aLongKeyOfTripleDesGoesInAChainOfItsOwn() throws Exception {
    AsymmetricCipherKeyPair pair = StandardGroup.MODP_2048_224.keyPair(new SecureRandom());
    OpenChip chip = open(pair, NUMBERS_TRIPLE_DES, OptionalInt.empty());
    Agreement agreement =
        run(chip, OpenChip.shortLength(), key(pair, NUMBERS_TRIPLE_DES, Optional.empty()));
    assertEquals(List.of("1c22", "0c22"), starts(chip));
    assertAnswersUnderNewKeys(agreement);
  }

  @Test
  void withExtendedLengthOneCommandCarriesTheKey() throws Exception {
    AsymmetricCipherKeyPair pair = StandardGroup.MODP_2048_256.keyPair(new SecureRandom());
    OpenChip chip = open(pair, NUMBERS_AES_128, OptionalInt.empty());
    run(chip, OpenChip.extendedLength(), key(pair, NUMBERS_AES_128, Optional.empty()));
    assertEquals(List.of("0c22", "0c86"), starts(chip));
  }

  @Test
  void theNextKeyIsTriedWhenTheChipRefusesToSelectOne() throws Exception {
    AsymmetricCipherKeyPair pair = StandardGroup.SECP256R1.keyPair(new SecureRandom());
    OpenChip chip = open(pair, CURVES_AES_128, OptionalInt.of(2));
    Agreement agreement =
        run(
            chip,
            OpenChip.extendedLength(),
            key(pair, CURVES_AES_256, Optional.of(BigInteger.ONE)),
            key(pair, CURVES_AES_128, Optional.of(BigInteger.TWO)));
    assertEquals(List.of("0c22", "0c22", "0c86"), starts(chip));
    assertAnswersUnderNewKeys(agreement);
  }

  @Test
  void noOtherKeyIsTriedOnceOneWasSelected() throws Exception {
    AsymmetricCipherKeyPair pair = StandardGroup.SECP256R1.keyPair(new SecureRandom());
    AsymmetricCipherKeyPair other = StandardGroup.SECP384R1.keyPair(new SecureRandom());
    OpenChip chip = open(pair, CURVES_AES_128, OptionalInt.empty());
    // A point of another curve, which the chip refuses after it has selected its key.
    Agreement agreement =
        run(
            chip,
            OpenChip.extendedLength(),
            key(other, CURVES_AES_128, Optional.empty()),
            key(pair, CURVES_AES_128, Optional.empty()));
    assertTrue(agreement.channel().isEmpty());
    assertFalse(agreement.hasFailed());
    assertEquals(List.of("0c22", "0c86"), starts(chip));
  }

  private static OpenChip open(AsymmetricCipherKeyPair pair, String oid, OptionalInt keyId)
      throws Exception {
    return OpenChip.of(
        ChipImage.builder()
            .chipAuthentication(pair.getPrivate(), oid, keyId)
            .file(0x0101, Bytes.ofHex("6103020101").toByteArray()));
  }

  private static Agreement run(OpenChip chip, LongCommands commands, ChipKey... keys)
      throws Exception {
    return new ChipAuthentication(chip.port(), commands, new SecureRandom())
        .run(chip.channel(), List.of(keys));
  }

  private static ChipKey key(AsymmetricCipherKeyPair pair, String oid, Optional<BigInteger> keyId) {
    CipherSuite suite =
        switch (oid.charAt(oid.length() - 1)) {
          case '1' -> CipherSuite.TRIPLE_DES;
          case '2' -> CipherSuite.AES_128;
          default -> CipherSuite.AES_256;
        };
    return new ChipKey(oid, suite, keyId, publicKey(pair));
  }

  private static AgreementPublicKey publicKey(AsymmetricCipherKeyPair pair) {
    if (pair.getPublic() instanceof ECPublicKeyParameters point) {
      int bits = point.getParameters().getCurve().getFieldSize();
      return new AgreementPublicKey(
          group(bits == 256 ? StandardGroup.SECP256R1 : StandardGroup.SECP384R1),
          Bytes.of(point.getQ().getEncoded(false)));
    }
    DHPublicKeyParameters number = (DHPublicKeyParameters) pair.getPublic();
    boolean long224 = number.getParameters().getQ().bitLength() == 224;
    return new AgreementPublicKey(
        group(long224 ? StandardGroup.MODP_2048_224 : StandardGroup.MODP_2048_256),
        Bytes.of(BigIntegers.asUnsignedByteArray(256, number.getY())));
  }

  private static AgreementGroup group(StandardGroup group) {
    return AgreementGroups.byParameterId(group.parameterId()).orElseThrow();
  }

  private static List<String> starts(OpenChip chip) {
    return chip.commands().stream()
        .filter(command -> isOfTheProtocol(command[1] & 0xFF))
        .map(command -> Bytes.of(command, 0, 2).toHex())
        .toList();
  }

  private static boolean isOfTheProtocol(int instruction) {
    return instruction == MANAGE || instruction == GENERAL_AUTHENTICATE;
  }

  private static void assertAnswersUnderNewKeys(Agreement agreement) throws Exception {
    SecureMessaging channel = agreement.channel().orElseThrow();
    assertTrue(channel.transmit(Apdu.of(0xB0, 0x81, 0, 5)).isSuccess());
    assertTrue(channel.isConfirmed());
  }
}
