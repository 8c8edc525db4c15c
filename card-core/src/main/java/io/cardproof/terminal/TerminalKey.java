package io.cardproof.terminal;

import io.cardproof.value.Bytes;

/**
 * The private key of a terminal. An application may bring its own, such as one behind a service;
 * {@link Pkcs8TerminalKey} and {@link Pkcs11TerminalKey} are the usual ones.
 */
public interface TerminalKey {
  /** Whether the private key belongs to this public key, as far as the key can tell. */
  boolean fits(CvPublicKey publicKey);

  /**
   * Signs {@code data}.
   *
   * @return an RSA signature as long as the modulus; of ECDSA r and s side by side, each as long as
   *     the order of the curve, TR-03111 §5.2.1
   * @throws TerminalKeyException if the key cannot be used, or not so
   */
  Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException;
}
