package io.cardproof.chip;

import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.EcPublicKey;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.document.SecurityInfo.ChipAuthenticationPublicKey;
import io.cardproof.document.SecurityInfos;
import java.math.BigInteger;
import java.util.Optional;

/** A key that the document announces for Chip Authentication and that we can agree with. */
record ChipKey(
    String protocolOid, CipherSuite suite, Optional<BigInteger> keyId, EcPublicKey publicKey) {

  /** The first announced key, in the order of the document, whose protocol we speak. */
  static Optional<ChipKey> choose(SecurityInfos infos) {
    return infos.chipAuthenticationKeys().stream()
        .flatMap(key -> of(key, infos.chipAuthenticationProtocol(key)).stream())
        .findFirst();
  }

  private static Optional<ChipKey> of(ChipAuthenticationPublicKey key, String oid) {
    Optional<CipherSuite> suite = ChipAuthenticationCheck.suite(oid);
    if (suite.isEmpty()) {
      return Optional.empty();
    }
    try {
      EcPublicKey publicKey = EcCurves.publicKey(key.spki());
      return Optional.of(new ChipKey(oid, suite.get(), key.keyId(), publicKey));
    } catch (KeyFormatException e) {
      // The verifier reports a key that nobody can use; here it is only not usable.
      return Optional.empty();
    }
  }
}
