package io.cardproof.crypto;

import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Active Authentication, ICAO 9303-11 §6.1: the chip signs a challenge with RSA and message
 * recovery or with ECDSA. It convinces anyone who chose the challenge.
 */
public final class ActiveAuthenticationCheck {
  private ActiveAuthenticationCheck() {}

  /**
   * How the chip signed.
   *
   * @param digest the digest's name, such as {@code SHA-256}
   * @param form what the signature looks like
   */
  public record Signed(String digest, Form form) {}

  /** What a signature of Active Authentication looks like. */
  public enum Form {
    /** ISO/IEC 9796-2 scheme 1 whose trailer BC leaves the digest to an agreement. */
    RECOVERY_AGREED_DIGEST,
    /** ISO/IEC 9796-2 scheme 1 whose trailer names the digest. */
    RECOVERY_NAMED_DIGEST,
    /** ECDSA, r and s side by side, TR-03111 §5.2.1. */
    ECDSA_PLAIN,
    /** ECDSA, r and s in a DER sequence, which the standard does not know and some chips send. */
    ECDSA_DER
  }

  /**
   * Judges the answer to INTERNAL AUTHENTICATE.
   *
   * @param publicKeySpki the SubjectPublicKeyInfo in DG15
   * @param announcedOid the signature algorithm that DG14 names, ICAO 9303-11 §9.2.3; without it
   *     all digests of the standard are tried
   * @param challenge what the terminal sent
   * @param response what the chip answered, without the status word
   * @throws ProofException if the answer is not the key's signature over the challenge
   */
  public static Signed verify(
      Bytes publicKeySpki, Optional<String> announcedOid, Bytes challenge, Bytes response)
      throws ProofException {
    return elliptic(publicKeySpki)
        ? EcdsaProof.of(publicKeySpki, announcedOid).verify(challenge, response)
        : RecoveryProof.of(publicKeySpki, announcedOid).verify(challenge, response);
  }

  /**
   * The length of the longest answer under this key, in bytes.
   *
   * @throws ProofException if nobody can use the key
   */
  public static int responseBytes(Bytes publicKeySpki) throws ProofException {
    return elliptic(publicKeySpki)
        ? EcdsaProof.of(publicKeySpki, Optional.empty()).longestResponse()
        : RecoveryProof.of(publicKeySpki, Optional.empty()).responseBytes();
  }

  private static boolean elliptic(Bytes spki) throws ProofException {
    ASN1ObjectIdentifier algorithm;
    try {
      algorithm =
          SubjectPublicKeyInfo.getInstance(spki.toByteArray()).getAlgorithm().getAlgorithm();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ProofException(Fault.KEY_MALFORMED, "malformed SubjectPublicKeyInfo");
    }
    if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
      return true;
    }
    if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)) {
      return false;
    }
    throw new ProofException(Fault.UNSUPPORTED, "neither an RSA nor an EC key");
  }
}
