package io.cardproof.crypto;

import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * A group with a generator in which terminal and chip agree on a secret, ICAO 9303-11 §9.4: on an
 * elliptic curve, or of numbers modulo a prime. All encodings have the full length of the group.
 */
public sealed interface AgreementGroup permits EcGroup, DhGroup {
  /** A private key, uniform from 1. */
  BigInteger privateKey(SecureRandom random);

  /** The public key that belongs to it: an uncompressed point, or a number as long as the prime. */
  Bytes publicKey(BigInteger privateKey);

  /**
   * The other side's public key at full length.
   *
   * @throws KeyFormatException if it is not a public key of this group: a point off the curve or at
   *     infinity; the number 0, 1, p - 1 or larger, or one outside the subgroup
   */
  Bytes checked(Bytes peer) throws KeyFormatException;

  /**
   * What both sides share, ICAO 9303-11 §9.6: the x-coordinate, or the number.
   *
   * @param peer the other side's public key, which is checked here
   * @throws KeyFormatException if it is not a public key of this group; use nothing of it
   */
  Secret sharedSecret(BigInteger privateKey, Bytes peer) throws KeyFormatException;

  /** The strength of the group in bits, NIST SP 800-57 part 1 table 2. */
  int securityBits();

  /** The length of an encoded private key, in bytes. */
  int privateKeyBytes();
}
