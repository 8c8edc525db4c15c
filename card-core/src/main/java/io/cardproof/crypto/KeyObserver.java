package io.cardproof.crypto;

import io.cardproof.value.Bytes;

/** Is told of what costs time: every public key that is made and every signature verified. */
@FunctionalInterface
public interface KeyObserver {
  /** A key was made from this SubjectPublicKeyInfo. */
  void made(Bytes spki);

  /** The key with this SubjectPublicKeyInfo verifies a signature. */
  default void verifies(Bytes spki) {}
}
