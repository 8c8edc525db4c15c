package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/** A subgroup of prime order among the residues of a prime. */
public record ModularGroup(BigInteger prime, BigInteger base, BigInteger order) implements Group {
  /**
   * @throws IllegalArgumentException if the order of the subgroup is not said, or not a divisor
   */
  public ModularGroup {
    BigInteger all = prime.subtract(BigInteger.ONE);
    if (order.signum() <= 0 || all.mod(order).signum() != 0) {
      throw new IllegalArgumentException("the order of the subgroup does not divide p - 1");
    }
  }

  /** The group of parameters that do not say the order: half of all residues, or all of them. */
  static ModularGroup withoutOrder(BigInteger prime, BigInteger base) {
    BigInteger half = prime.shiftRight(1);
    boolean square = base.modPow(half, prime).equals(BigInteger.ONE);
    return new ModularGroup(prime, base, square ? half : prime.subtract(BigInteger.ONE));
  }

  @Override
  public GroupElement generator() {
    return new ModularElement(base, prime);
  }

  /** In full length, 2 to p − 2, and in the subgroup. */
  @Override
  public Optional<GroupElement> publicKey(byte[] encoded) {
    BigInteger value = new BigInteger(1, encoded);
    boolean proper =
        encoded.length == BigIntegers.getUnsignedByteLength(prime)
            && value.compareTo(BigInteger.TWO) >= 0
            && value.compareTo(prime.subtract(BigInteger.TWO)) <= 0
            && value.modPow(order, prime).equals(BigInteger.ONE);
    return proper ? Optional.of(new ModularElement(value, prime)) : Optional.empty();
  }

  /** The cofactor's power of the number, which lies in the subgroup. */
  @Override
  public GroupElement elementOf(BigInteger number) {
    BigInteger cofactor = prime.subtract(BigInteger.ONE).divide(order);
    return new ModularElement(number.modPow(cofactor, prime), prime);
  }

  @Override
  public boolean hasIntegratedMapping() {
    return true;
  }
}
