package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Digests;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A key for Active Authentication, and how it signs, ICAO 9303-11 §6.1. */
sealed interface ActiveAuthenticationKey permits RsaActiveKey, EcActiveKey {

  /** The signature over the terminal's challenge. */
  byte[] sign(byte[] challenge, ChipRandomness random);

  static ActiveAuthenticationKey of(RSAPrivateKey key, String digest, SignatureTrailer trailer) {
    return RsaActiveKey.of(key.getModulus(), key.getPrivateExponent(), digest, trailer);
  }

  static ActiveAuthenticationKey of(
      ECPrivateKeyParameters key, String digest, EcSignatureForm form) {
    Digests.named(digest);
    return new EcActiveKey(key, digest, form);
  }
}
