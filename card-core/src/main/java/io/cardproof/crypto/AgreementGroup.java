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
   * What both sides share, ICAO 9303-11 §9.6: the x-coordinate, or the number.
   *
   * @param peer the other side's public key, which is checked here
   * @throws KeyFormatException if it is not a public key of this group; use nothing of it
   */
  Secret sharedSecret(BigInteger privateKey, Bytes peer) throws KeyFormatException;

  /** The length of an encoded private key, in bytes. */
  int privateKeyBytes();
}
