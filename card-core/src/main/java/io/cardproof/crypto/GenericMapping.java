package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Generic Mapping, ICAO 9303-11 §4.4.3.3.1: the new generator is {@code s * G + H}, or {@code g^s *
 * h}, where {@code H} is what terminal and chip have agreed on. Chip Authentication Mapping maps
 * the same way, §4.4.3.3.3.
 */
public final class GenericMapping {
  private GenericMapping() {}

  /**
   * The group with its new generator.
   *
   * @param nonce what the chip chose and encrypted
   * @param privateKey the terminal's key of the mapping
   * @param chipKey the chip's public key of the mapping, which is checked here
   * @throws KeyFormatException if it is not one, or leads to no generator
   */
  public static AgreementGroup map(
      AgreementGroup group, Bytes nonce, BigInteger privateKey, Bytes chipKey)
      throws KeyFormatException {
    BigInteger number = new BigInteger(1, nonce.toByteArray());
    return group instanceof EcGroup curve
        ? map(curve, number, privateKey, chipKey)
        : map((DhGroup) group, number, privateKey, chipKey);
  }

  private static EcGroup map(EcGroup curve, BigInteger nonce, BigInteger privateKey, Bytes chipKey)
      throws KeyFormatException {
    ECPoint shared = curve.sharedPoint(privateKey, chipKey);
    ECPoint generator = curve.domain().getG().multiply(nonce).add(shared).normalize();
    if (generator.isInfinity()) {
      throw new KeyFormatException(Kind.MALFORMED, "the mapping leads to the point at infinity");
    }
    return curve.withGenerator(generator);
  }

  private static DhGroup map(
      DhGroup numbers, BigInteger nonce, BigInteger privateKey, Bytes chipKey)
      throws KeyFormatException {
    BigInteger shared = numbers.sharedNumber(privateKey, chipKey);
    BigInteger generator =
        numbers.generator().modPow(nonce, numbers.prime()).multiply(shared).mod(numbers.prime());
    if (generator.equals(BigInteger.ONE)) {
      throw new KeyFormatException(Kind.MALFORMED, "the mapping leads to the number 1");
    }
    return numbers.withGenerator(generator);
  }
}
