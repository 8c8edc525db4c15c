package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.value.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies signatures. It is made at the first use and kept after that, since
 * making one costs more than using it. Shared by threads; two that come first at once may both make
 * it.
 */
public final class VerificationKey {
  private final Bytes spki;
  private final KeyObserver observer;
  private volatile @Nullable Engine engine;

  VerificationKey(Bytes spki, KeyObserver observer) {
    this.spki = spki;
    this.observer = observer;
  }

  /**
   * Verifies one signature.
   *
   * @throws SignatureCheckException if this key did not make it, or nobody can say
   */
  public void verify(SignatureScheme scheme, Bytes data, Bytes signature)
      throws SignatureCheckException {
    Engine made = engine();
    observer.verifies(spki);
    if (!made.verifies(scheme, data.toByteArray(), signature.toByteArray())) {
      throw new SignatureCheckException(Fault.INVALID, "the key did not make this signature");
    }
  }

  /** The size of the modulus or of the curve's field. */
  public int bits() throws SignatureCheckException {
    return engine().bits();
  }

  /** Whether the key is on an elliptic curve, whose sizes are measured otherwise. */
  public boolean elliptic() throws SignatureCheckException {
    return engine() instanceof EcSignatures;
  }

  private Engine engine() throws SignatureCheckException {
    Engine made = engine;
    if (made == null) {
      made = make();
      engine = made;
    }
    return made;
  }

  private Engine make() throws SignatureCheckException {
    SubjectPublicKeyInfo info = parse();
    ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
    observer.made(spki);
    if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
      return EcSignatures.of(spki);
    }
    if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
        || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm)) {
      return RsaSignatures.of(info);
    }
    if (X9ObjectIdentifiers.id_dsa.equals(algorithm)) {
      return DsaSignatures.of(spki);
    }
    Digests.refuseBroken(algorithm.getId());
    throw new SignatureCheckException(Fault.UNSUPPORTED, "unknown kind of public key");
  }

  private SubjectPublicKeyInfo parse() throws SignatureCheckException {
    try {
      return SubjectPublicKeyInfo.getInstance(spki.toByteArray());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new SignatureCheckException(Fault.KEY_UNUSABLE, "malformed public key");
    }
  }

  /** One kind of key. */
  interface Engine {
    boolean verifies(SignatureScheme scheme, byte[] data, byte[] signature)
        throws SignatureCheckException;

    int bits();
  }
}
