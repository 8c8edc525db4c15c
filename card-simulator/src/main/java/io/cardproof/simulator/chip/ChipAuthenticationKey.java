package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A key for Chip Authentication version 1 and the protocol that it serves, 9303-11 §6.2. */
record ChipAuthenticationKey(ECPrivateKeyParameters key, String protocolOid, CipherSuite suite) {
  static final String ECDH_3DES = "0.4.0.127.0.7.2.2.3.2.1";
  static final String ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";

  private static final Map<String, CipherSuite> SUITES =
      Map.of(ECDH_3DES, CipherSuite.TRIPLE_DES, ECDH_AES_128, CipherSuite.AES_128);

  static ChipAuthenticationKey of(ECPrivateKeyParameters key, String protocolOid) {
    CipherSuite suite = SUITES.get(protocolOid);
    if (suite == null) {
      throw new IllegalArgumentException(
          "Chip Authentication " + protocolOid + " is not simulated");
    }
    return new ChipAuthenticationKey(key, protocolOid, suite);
  }

  static ChipAuthenticationKey of(ECPrivateKey key, String protocolOid) {
    return of(new ECPrivateKeyParameters(key.getS(), Curves.of(key.getParams())), protocolOid);
  }

  @Override
  public String toString() {
    return "ChipAuthenticationKey[" + protocolOid + "]";
  }
}
