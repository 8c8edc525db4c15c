package io.cardproof.simulator.chip;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A static private key of the chip that agrees with ephemeral keys of terminals. */
sealed interface AgreementKey permits EcAgreementKey, DhAgreementKey {

  /** Checks the terminal's public key and agrees; 6A80 if the key is not one of this group. */
  Agreement agree(byte[] terminalKey) throws Refusal;

  /** The arc of the protocol's identifier that stands for this kind of key. */
  int arc();

  /**
   * The key in its group.
   *
   * @throws IllegalArgumentException if it is no private key on a curve or in a DH group
   */
  static AgreementKey of(AsymmetricKeyParameter key) {
    if (key instanceof ECPrivateKeyParameters curve) {
      return new EcAgreementKey(curve);
    }
    if (key instanceof DHPrivateKeyParameters group) {
      return new DhAgreementKey(group);
    }
    throw new IllegalArgumentException("Chip Authentication takes a private key, EC or DH");
  }
}
