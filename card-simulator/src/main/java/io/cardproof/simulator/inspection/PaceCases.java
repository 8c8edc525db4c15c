package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.Groups;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.PaceVariant;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.util.BigIntegers;

/** The chips of the unit {@code pace}: those whose protocol deviates, ICAO 9303-11 §4.4. */
final class PaceCases {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int REFERENCE_NOT_FOUND = 0x6A88;
  private static final int WRONG_DATA = 0x6A80;
  private static final int AUTHENTICATION_FAILED = 0x6300;
  private static final int POINT_HEADER = 1;
  private static final StandardGroup CURVE = StandardGroup.BRAINPOOL_P256R1;
  private static final StandardGroup NUMBERS = StandardGroup.MODP_2048_256;

  private PaceCases() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    faults.putAll(PaceOfferCases.faults());
    faults.putAll(MappingProofCases.faults());
    addNonce(faults);
    addMapping(faults);
    addAgreement(faults);
    addTokens(faults);
    return faults;
  }

  private static void addNonce(Map<String, CaseFault> faults) {
    faults.put("ISO7816_G_08", CaseFault.interference(new ProtocolRefused()));
    faults.put("ISO7816_G_09", PaceStep.NONCE.valued(PaceCases::inverted));
    faults.put("ISO7816_G_10", PaceStep.NONCE.refused(WRONG_DATA));
    faults.put("ISO7816_G_11", PaceStep.NONCE.tagged(0x90));
  }

  private static void addMapping(Map<String, CaseFault> faults) {
    faults.put("ISO7816_G_12", PaceStep.MAP.refused(WRONG_DATA));
    faults.put("ISO7816_G_13", PaceStep.MAP.tagged(0x92));
    faults.put("ISO7816_G_14", PaceStep.MAP.valued(another(CURVE)));
    // A chip that mapped otherwise sends a good key that leads nowhere.
    faults.put(
        "ISO7816_G_15",
        new OwnChip(
            () -> Carrier.pace(PaceVariant.integrated(CURVE, SessionCipher.TRIPLE_DES)),
            PaceStep.AGREE.valued(another(CURVE))));
    faults.put("ISO7816_G_16", damagedPoints(PaceStep.MAP));
    faults.put("ISO7816_G_17", damagedNumbers(PaceStep.MAP));
  }

  private static void addAgreement(Map<String, CaseFault> faults) {
    faults.put("ISO7816_G_18", PaceStep.AGREE.refused(WRONG_DATA));
    faults.put("ISO7816_G_19", PaceStep.AGREE.tagged(0x94));
    faults.put("ISO7816_G_20", PaceStep.AGREE.valued(another(CURVE)));
    faults.put("ISO7816_G_21", damagedPoints(PaceStep.AGREE));
    faults.put("ISO7816_G_22", damagedNumbers(PaceStep.AGREE));
    faults.put("ISO7816_G_23", PaceStep.AGREE.valued((own, terminals) -> terminals));
  }

  private static void addTokens(Map<String, CaseFault> faults) {
    faults.put("ISO7816_G_24", PaceStep.AUTHENTICATE.refused(AUTHENTICATION_FAILED));
    faults.put("ISO7816_G_25", PaceStep.AUTHENTICATE.tagged(0x96));
    faults.put("ISO7816_G_26", PaceStep.AUTHENTICATE.valued(token -> flipped(token, 0)));
  }

  /** A point with another header, another x and another y: no point of the curve. */
  private static CaseFault damagedPoints(PaceStep step) {
    int ordinate = POINT_HEADER + (CURVE.bits() + 7) / 8;
    return CaseFault.severalChips(
        List.of(
            step.valued(point -> flipped(point, 0)),
            step.valued(point -> flipped(point, POINT_HEADER)),
            step.valued(point -> flipped(point, ordinate))));
  }

  /** Numbers that are no public keys: 0, 1, p − 1, p, and one of a wrong length. */
  private static CaseFault damagedNumbers(PaceStep step) {
    BigInteger prime = Groups.standardised(NUMBERS.parameterId()).prime();
    return CaseFault.severalChips(
        List.of(
            number(step, BigInteger.ZERO),
            number(step, BigInteger.ONE),
            number(step, prime.subtract(BigInteger.ONE)),
            number(step, prime),
            onNumbers(step.valued(number -> Arrays.copyOf(number, number.length + 1)))));
  }

  private static CaseFault number(PaceStep step, BigInteger value) {
    return onNumbers(step.valued(number -> BigIntegers.asUnsignedByteArray(number.length, value)));
  }

  private static CaseFault onNumbers(CaseFault fault) {
    return new OwnChip(
        () -> Carrier.pace(PaceVariant.generic(NUMBERS, SessionCipher.TRIPLE_DES)), fault);
  }

  /** Twice the public key: as good a key, and not the chip's. */
  private static UnaryOperator<byte[]> another(StandardGroup standard) {
    Group group = Groups.standardised(standard.parameterId());
    return key -> group.publicKey(key).orElseThrow().times(BigInteger.TWO).encoded();
  }

  private static byte[] inverted(byte[] value) {
    byte[] other = value.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] ^= (byte) 0xFF;
    }
    return other;
  }

  private static byte[] flipped(byte[] value, int index) {
    byte[] other = value.clone();
    other[index] ^= 0x01;
    return other;
  }

  /** MSE:Set AT for PACE is refused. */
  private static final class ProtocolRefused implements Interference {
    @Override
    public Optional<Answer> instead(Exchange exchange) {
      return exchange.ins() == MANAGE_SECURITY_ENVIRONMENT && exchange.phase() == Phase.PLAIN
          ? Optional.of(Answer.status(REFERENCE_NOT_FOUND))
          : Optional.empty();
    }
  }
}
