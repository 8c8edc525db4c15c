package io.cardproof.terminal;

import io.cardproof.value.Bytes;

/** A private key in memory. */
sealed interface SigningKey permits EcSigningKey, RsaSigningKey {
  boolean fits(CvPublicKey publicKey);

  Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException;
}
