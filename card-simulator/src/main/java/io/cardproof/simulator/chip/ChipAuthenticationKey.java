package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * A key for Chip Authentication version 1 and the protocol that it serves, 9303-11 §6.2. A key that
 * serves two protocols is two of these with the same identifier.
 */
record ChipAuthenticationKey(
    AgreementKey key, String protocolOid, CipherSuite suite, OptionalInt keyId) {
  static final String ECDH_3DES = "0.4.0.127.0.7.2.2.3.2.1";
  static final String ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";

  private static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";

  /** In the order of the last arc, TR-03110-3 §A.1.1.1. */
  private static final List<CipherSuite> SUITES =
      List.of(
          CipherSuite.TRIPLE_DES, CipherSuite.AES_128, CipherSuite.AES_192, CipherSuite.AES_256);

  static ChipAuthenticationKey of(
      AsymmetricKeyParameter privateKey, String protocolOid, OptionalInt keyId) {
    AgreementKey key = AgreementKey.of(privateKey);
    String arc = CHIP_AUTHENTICATION + key.arc() + ".";
    for (CipherSuite suite : SUITES) {
      if (protocolOid.equals(arc + (SUITES.indexOf(suite) + 1))) {
        return new ChipAuthenticationKey(key, protocolOid, suite, checked(keyId));
      }
    }
    throw new IllegalArgumentException(
        "Chip Authentication " + protocolOid + " is none for such a key");
  }

  /** Whether MSE:Set KAT serves for it, which has no place for a protocol. */
  boolean isForTripleDes() {
    return suite == CipherSuite.TRIPLE_DES;
  }

  @Override
  public String toString() {
    return "ChipAuthenticationKey[" + protocolOid + "]";
  }

  private static OptionalInt checked(OptionalInt keyId) {
    if (keyId.isPresent() && keyId.getAsInt() < 0) {
      throw new IllegalArgumentException("a key identifier is not negative");
    }
    return keyId;
  }
}
