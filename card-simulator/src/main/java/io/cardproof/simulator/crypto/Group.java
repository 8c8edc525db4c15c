package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import java.util.Optional;

/** A cyclic group in which two sides agree on a key: points of a curve, or residues of a prime. */
public sealed interface Group permits CurveGroup, ModularGroup {
  /** The agreed generator. */
  GroupElement generator();

  /** Order of the generator; private keys lie between 0 and it. */
  BigInteger order();

  /** The prime under the group: of the curve's field, or the modulus. */
  BigInteger prime();

  /**
   * A public key as the other side sends it, in full length; nothing unless it is a proper element
   * of the group.
   */
  Optional<GroupElement> publicKey(byte[] encoded);

  /**
   * An element whose logarithm nobody knows, out of a number below {@link #prime()}: the mapping
   * f_G of ICAO 9303-11 §4.4.3.3.2.
   *
   * @throws UnsupportedOperationException if the standard has no such mapping for the group
   */
  GroupElement elementOf(BigInteger number);

  /** Whether {@link #elementOf} is defined. */
  boolean hasIntegratedMapping();
}
