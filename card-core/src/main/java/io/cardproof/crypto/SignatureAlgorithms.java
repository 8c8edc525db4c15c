package io.cardproof.crypto;

import io.cardproof.value.Bytes;
import java.util.Optional;

/**
 * Verifies signatures of certificates, security objects and lists, ICAO 9303-12 §4.1.6: RSA with
 * PKCS#1 v1.5 and PSS, ECDSA in its DER and its plain form, DSA; SHA-1, SHA-2 and SHA-3. RSA and
 * DSA are computed by the JDK, elliptic curves by BouncyCastle's engine on curves that were
 * compared with the standardised ones. No security provider is registered.
 */
public final class SignatureAlgorithms {
  private final KeyObserver observer;

  /** Algorithms whose keys nobody counts. */
  public SignatureAlgorithms() {
    this(spki -> {});
  }

  /** Algorithms that tell {@code observer} of every public key they make and use. */
  public SignatureAlgorithms(KeyObserver observer) {
    this.observer = observer;
  }

  /** A key that is made when it first verifies something. */
  public VerificationKey key(Bytes spki) {
    return new VerificationKey(spki, observer);
  }

  /**
   * Verifies one signature.
   *
   * @param algorithm DER of the signature's AlgorithmIdentifier
   * @param digestAlgorithm DER of the digest's AlgorithmIdentifier, where the signature stands in a
   *     SignerInfo; it decides where {@code algorithm} names no digest
   * @param spki DER of the SubjectPublicKeyInfo
   * @throws SignatureCheckException if the key did not make it, or nobody can say
   */
  public void verify(
      Bytes algorithm, Optional<Bytes> digestAlgorithm, Bytes spki, Bytes data, Bytes signature)
      throws SignatureCheckException {
    key(spki).verify(SignatureScheme.of(algorithm, digestAlgorithm), data, signature);
  }
}
