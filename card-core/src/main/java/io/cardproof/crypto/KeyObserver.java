package io.cardproof.crypto;

import io.cardproof.value.Bytes;

/** Is told of every public key that is made, which is the costly part of reading certificates. */
@FunctionalInterface
public interface KeyObserver {
  /** A key was made from this SubjectPublicKeyInfo. */
  void made(Bytes spki);
}
