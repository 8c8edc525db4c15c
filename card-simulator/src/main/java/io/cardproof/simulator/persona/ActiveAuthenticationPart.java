package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.issuer.Hash;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** The key of Active Authentication, and how it signs. */
public sealed interface ActiveAuthenticationPart {
  /** As ISO/IEC 9796-2 has it. */
  record Rsa(RSAPrivateKey key, Hash hash, SignatureTrailer trailer)
      implements ActiveAuthenticationPart {}

  /** ECDSA. */
  record Ec(ECPrivateKeyParameters key, Hash hash, EcSignatureForm form)
      implements ActiveAuthenticationPart {}

  /** As most chips do it: SHA-1, which the trailer leaves unsaid. */
  static ActiveAuthenticationPart rsa(PrivateKey key) {
    return rsa(key, Hash.SHA_1, SignatureTrailer.IMPLICIT);
  }

  /** With a hash and a trailer. */
  static ActiveAuthenticationPart rsa(PrivateKey key, Hash hash, SignatureTrailer trailer) {
    return new Rsa((RSAPrivateKey) key, hash, trailer);
  }
}
