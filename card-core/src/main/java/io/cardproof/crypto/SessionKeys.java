package io.cardproof.crypto;

import io.cardproof.value.Secret;

/** The pair of keys of a channel, wiped when closed. The keys belong to this object. */
public final class SessionKeys implements AutoCloseable {
  private final CipherSuite suite;
  private final Secret encryption;
  private final Secret authentication;

  /** Takes both keys over. */
  public SessionKeys(CipherSuite suite, Secret encryption, Secret authentication) {
    this.suite = suite;
    this.encryption = encryption;
    this.authentication = authentication;
  }

  /** The keys that follow from {@code shared}, ICAO 9303-11 §9.7.1; it stays the caller's. */
  public static SessionKeys derive(CipherSuite suite, Secret shared) {
    return new SessionKeys(
        suite,
        KeyDerivation.encryptionKey(suite, shared),
        KeyDerivation.authenticationKey(suite, shared));
  }

  /** The ciphers that the keys are for. */
  public CipherSuite suite() {
    return suite;
  }

  /** The key for encryption; stays this object's. */
  public Secret encryption() {
    return encryption;
  }

  /** The key for authentication; stays this object's. */
  public Secret authentication() {
    return authentication;
  }

  @Override
  public void close() {
    encryption.close();
    authentication.close();
  }

  @Override
  public String toString() {
    return "SessionKeys[" + suite + ", redacted]";
  }
}
