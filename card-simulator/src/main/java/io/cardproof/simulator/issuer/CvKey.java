package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** A key pair of an authority, a verifier or a terminal, with its one way of signing. */
public sealed interface CvKey permits EcCvKey, RsaCvKey {

  /** How it signs. */
  TerminalAlgorithm algorithm();

  /** The public key, 7F49, as authorities write it: with the curve it is on. */
  byte[] authorityPublicKey();

  /** The public key, 7F49, as those below write it: the curve is the authority's. */
  byte[] holderPublicKey();

  /** Signs as TR-03110-3 §A.2.1 says. */
  byte[] sign(byte[] message);

  /** The private key, PKCS#8. */
  byte[] pkcs8();

  /** A key on a named curve. */
  static CvKey ec(TerminalAlgorithm algorithm, ASN1ObjectIdentifier curve, SecureRandom random) {
    return EcCvKey.generate(algorithm, curve, random);
  }

  /** An RSA key, e = 65537. */
  static CvKey rsa(TerminalAlgorithm algorithm, int bits, SecureRandom random) {
    return new RsaCvKey(algorithm, ChipKeys.rsa(bits, random));
  }

  /** A new key of the same kind and size. */
  CvKey another(SecureRandom random);
}
