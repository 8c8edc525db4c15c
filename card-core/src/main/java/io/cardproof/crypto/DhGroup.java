package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** Numbers modulo a prime, ICAO 9303-11 §9.4.1; the order of the generator may be unknown. */
public final class DhGroup implements AgreementGroup {
  private static final int FEWEST_BITS = 1024;
  private static final int MOST_BITS = 4096;
  private static final int FEWEST_ORDER_BITS = 160;
  // Twice the strength of any group here; longer exponents cost time and gain nothing.
  private static final BigInteger LARGEST_EXPONENT = BigInteger.TWO.pow(512);

  private final BigInteger prime;
  private final BigInteger generator;
  private final @Nullable BigInteger order;

  private DhGroup(BigInteger prime, BigInteger generator, @Nullable BigInteger order) {
    this.prime = prime;
    this.generator = generator;
    this.order = order;
  }

  /** A group whose parameters are known to be good. */
  static DhGroup known(BigInteger prime, BigInteger generator, BigInteger order) {
    return new DhGroup(prime, generator, order);
  }

  /**
   * A group of the sender's own, bounded in size.
   *
   * @param order of the generator, if the sender says it
   * @throws KeyFormatException if the parameters contradict each other
   */
  static DhGroup own(BigInteger prime, BigInteger generator, @Nullable BigInteger order)
      throws KeyFormatException {
    if (prime.bitLength() < FEWEST_BITS || prime.bitLength() > MOST_BITS) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "the prime has an unsupported length");
    }
    boolean inRange = prime.testBit(0) && isBetweenOneAndLast(generator, prime);
    if (!inRange || (order != null && !isOrder(prime, generator, order))) {
      throw new KeyFormatException(Kind.MALFORMED, "malformed domain parameters");
    }
    return new DhGroup(prime, generator, order);
  }

  @Override
  public BigInteger privateKey(SecureRandom random) {
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, exponents().subtract(BigInteger.ONE), random);
  }

  @Override
  public Bytes publicKey(BigInteger privateKey) {
    return encode(generator.modPow(privateKey, prime));
  }

  @Override
  public Secret sharedSecret(BigInteger privateKey, Bytes peer) throws KeyFormatException {
    return Secret.owning(
        BigIntegers.asUnsignedByteArray(primeBytes(), sharedNumber(privateKey, peer)));
  }

  @Override
  public int securityBits() {
    int bits = prime.bitLength();
    int ofPrime = bits < 2048 ? 80 : bits < 3072 ? 112 : bits < 7680 ? 128 : 192;
    return order == null ? ofPrime : Math.min(ofPrime, order.bitLength() / 2);
  }

  @Override
  public int privateKeyBytes() {
    return (exponents().bitLength() + 7) / 8;
  }

  @Override
  public Bytes checked(Bytes peer) throws KeyFormatException {
    return encode(number(peer));
  }

  /** The modulus. */
  public BigInteger prime() {
    return prime;
  }

  /** The base. */
  public BigInteger generator() {
    return generator;
  }

  /** The order of the generator, where it is known. */
  public Optional<BigInteger> order() {
    return Optional.ofNullable(order);
  }

  /** The shared number, as Generic Mapping takes it. */
  BigInteger sharedNumber(BigInteger privateKey, Bytes peer) throws KeyFormatException {
    return number(peer).modPow(privateKey, prime);
  }

  /** The same numbers with another generator of the same order. */
  DhGroup withGenerator(BigInteger other) {
    return new DhGroup(prime, other, order);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DhGroup that
        && prime.equals(that.prime)
        && generator.equals(that.generator)
        && order().equals(that.order());
  }

  @Override
  public int hashCode() {
    return prime.hashCode();
  }

  @Override
  public String toString() {
    return "DhGroup[" + prime.bitLength() + " bits]";
  }

  // Leading zeros may be missing: TR-03110-3 §D.2.1.1.
  private BigInteger number(Bytes encoded) throws KeyFormatException {
    if (encoded.isEmpty() || encoded.length() > primeBytes()) {
      throw new KeyFormatException(Kind.MALFORMED, "not a number of this group's length");
    }
    BigInteger number = new BigInteger(1, encoded.toByteArray());
    if (!isBetweenOneAndLast(number, prime)) {
      throw new KeyFormatException(Kind.MALFORMED, "the number is not between 2 and p - 2");
    }
    if (order != null && !number.modPow(order, prime).equals(BigInteger.ONE)) {
      throw new KeyFormatException(Kind.MALFORMED, "the number is outside the subgroup");
    }
    return number;
  }

  private Bytes encode(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(primeBytes(), number));
  }

  private BigInteger exponents() {
    return (order != null ? order : prime.subtract(BigInteger.ONE)).min(LARGEST_EXPONENT);
  }

  private int primeBytes() {
    return (prime.bitLength() + 7) / 8;
  }

  private static boolean isBetweenOneAndLast(BigInteger number, BigInteger prime) {
    return number.compareTo(BigInteger.ONE) > 0
        && number.compareTo(prime.subtract(BigInteger.ONE)) < 0;
  }

  private static boolean isOrder(BigInteger prime, BigInteger generator, BigInteger order) {
    return order.bitLength() >= FEWEST_ORDER_BITS
        && order.bitLength() <= prime.bitLength()
        && prime.subtract(BigInteger.ONE).mod(order).signum() == 0
        && generator.modPow(order, prime).equals(BigInteger.ONE);
  }
}
