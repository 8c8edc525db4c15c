package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.crypto.Digests;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What JMRTD leaves out: whether an answer to INTERNAL AUTHENTICATE is the right one. */
final class ActiveProof {
  static final byte[] CHALLENGE = HexFormat.of().parseHex("0102030405060708");

  private ActiveProof() {}

  static boolean verifies(
      PublicKey key, String digest, SignatureTrailer trailer, byte[] signature) {
    RSAPublicKey rsa = (RSAPublicKey) key;
    ISO9796d2Signer verifier =
        new ISO9796d2Signer(
            new RSAEngine(), Digests.named(digest), trailer == SignatureTrailer.IMPLICIT);
    verifier.init(false, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
    try {
      verifier.updateWithRecoveredMessage(signature);
    } catch (InvalidCipherTextException e) {
      return false;
    }
    verifier.update(CHALLENGE, 0, CHALLENGE.length);
    return verifier.verifySignature(signature);
  }

  static boolean verifies(PublicKey key, String digest, EcSignatureForm form, byte[] signature)
      throws GeneralSecurityException {
    String scheme = form == EcSignatureForm.PLAIN ? "withPLAIN-ECDSA" : "withECDSA";
    Signature verifier =
        Signature.getInstance(digest.replace("-", "") + scheme, new BouncyCastleProvider());
    verifier.initVerify(key);
    verifier.update(CHALLENGE);
    return verifier.verify(signature);
  }
}
