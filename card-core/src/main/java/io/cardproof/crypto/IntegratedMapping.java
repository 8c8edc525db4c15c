package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Integrated Mapping, ICAO 9303-11 §4.4.3.3.2: both sides make the new generator of the chip's
 * nonce and one of the terminal's, without an agreement before.
 */
public final class IntegratedMapping {
  private static final int MORE_BITS_THAN_PRIME = 64;
  private static final Constants SHORT =
      new Constants(
          Bytes.ofHex("A668892A7C41E3CA739F40B057D85904"),
          Bytes.ofHex("A4E136AC725F738B01C1F60217C188AD"));
  private static final Constants LONG =
      new Constants(
          Bytes.ofHex("D463D65234124EF7897054986DCA0A174E28DF758CBAA03F240616414D5A1676"),
          Bytes.ofHex("54BD7255F0AAF831BEC3423FCF39D69B6CBF066677D0FAAE5AADD99DF8E53517"));

  private record Constants(Bytes key, Bytes output) {}

  private IntegratedMapping() {}

  /** The length of the chip's nonce, in bytes. */
  public static int chipNonceBytes(CipherSuite suite) {
    return constants(suite).key().length();
  }

  /** The length of the terminal's nonce, in bytes. */
  public static int terminalNonceBytes(CipherSuite suite) {
    return suite.keyBytes();
  }

  /** Whether the standard defines the mapping into {@code group}. */
  public static boolean isDefinedFor(AgreementGroup group) {
    return group instanceof EcGroup curve
        ? PointEncoding.isDefinedFor(curve.domain())
        : ((DhGroup) group).order().isPresent();
  }

  /**
   * The group with its new generator.
   *
   * @throws KeyFormatException if the nonces lead to no generator
   * @throws IllegalArgumentException if the mapping {@linkplain #isDefinedFor is not defined}
   */
  public static AgreementGroup map(
      AgreementGroup group, CipherSuite suite, Bytes chipNonce, Bytes terminalNonce)
      throws KeyFormatException {
    if (group instanceof EcGroup curve) {
      BigInteger prime = curve.domain().getCurve().getField().getCharacteristic();
      BigInteger number = number(suite, chipNonce, terminalNonce, prime);
      return curve.withGenerator(PointEncoding.point(curve.domain(), number));
    }
    DhGroup numbers = (DhGroup) group;
    return map(numbers, number(suite, chipNonce, terminalNonce, numbers.prime()));
  }

  private static DhGroup map(DhGroup numbers, BigInteger number) throws KeyFormatException {
    BigInteger order =
        numbers
            .order()
            .orElseThrow(() -> new IllegalArgumentException("the order of the group is unknown"));
    BigInteger cofactor = numbers.prime().subtract(BigInteger.ONE).divide(order);
    BigInteger generator = number.modPow(cofactor, numbers.prime());
    if (generator.compareTo(BigInteger.ONE) <= 0) {
      throw new KeyFormatException(Kind.MALFORMED, "the mapping leads to the number 1");
    }
    return numbers.withGenerator(generator);
  }

  /** {@code R_p(s, t)}: a number below {@code prime}. */
  static BigInteger number(
      CipherSuite suite, Bytes chipNonce, Bytes terminalNonce, BigInteger prime) {
    int bits = prime.bitLength() + MORE_BITS_THAN_PRIME;
    byte[] random = pseudoRandom(suite, chipNonce, terminalNonce, bits).toByteArray();
    return new BigInteger(1, random).mod(prime);
  }

  /** {@code R(s, t)}: as many whole outputs as at least {@code bits} take. */
  static Bytes pseudoRandom(CipherSuite suite, Bytes chipNonce, Bytes terminalNonce, int bits) {
    Constants constants = constants(suite);
    Bytes key = encrypt(suite, terminalNonce, chipNonce);
    Bytes random = Bytes.empty();
    while (random.length() * Byte.SIZE < bits) {
      random = Bytes.concat(random, encrypt(suite, key, constants.output()));
      key = encrypt(suite, key, constants.key());
    }
    return random;
  }

  // AES-192 takes the first 24 bytes of an output of 32.
  private static Bytes encrypt(CipherSuite suite, Bytes key, Bytes block) {
    try (Secret secret = Secret.owning(Arrays.copyOf(key.toByteArray(), suite.keyBytes()))) {
      return Bytes.of(ChannelCipher.encryptBlocks(suite, secret, block.toByteArray()));
    }
  }

  private static Constants constants(CipherSuite suite) {
    return switch (suite) {
      case TRIPLE_DES, AES_128 -> SHORT;
      case AES_192, AES_256 -> LONG;
    };
  }
}
