package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** A residue of a prime, under multiplication. */
record ModularElement(BigInteger value, BigInteger prime) implements GroupElement {
  @Override
  public GroupElement times(BigInteger scalar) {
    return new ModularElement(value.modPow(scalar, prime), prime);
  }

  @Override
  public GroupElement plus(GroupElement other) {
    return new ModularElement(value.multiply(((ModularElement) other).value).mod(prime), prime);
  }

  @Override
  public boolean isNeutral() {
    return value.equals(BigInteger.ONE);
  }

  @Override
  public byte[] encoded() {
    return BigIntegers.asUnsignedByteArray(BigIntegers.getUnsignedByteLength(prime), value);
  }

  @Override
  public byte[] secret() {
    return encoded();
  }

  @Override
  public byte[] compressed() {
    return Digests.hash("SHA-1", encoded());
  }
}
