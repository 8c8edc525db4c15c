package io.cardproof.simulator.crypto;

import java.math.BigInteger;

/** An element of a {@link Group}, written additively. */
public sealed interface GroupElement permits CurveElement, ModularElement {
  /** The element added to itself that many times. */
  GroupElement times(BigInteger scalar);

  /** The sum with another element of the same group. */
  GroupElement plus(GroupElement other);

  /** Whether this is the neutral element: the point at infinity, or 1. */
  boolean isNeutral();

  /** A public key in full length: the uncompressed point, or the residue. */
  byte[] encoded();

  /** What an agreement makes of it, in full length: the x-coordinate, or the residue. */
  byte[] secret();

  /**
   * A short name for a public key: the x-coordinate, or SHA-1 of the residue, TR-03110-3 §A.2.2.
   */
  byte[] compressed();
}
