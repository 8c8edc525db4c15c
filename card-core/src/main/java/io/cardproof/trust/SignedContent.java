package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.document.SignerInfo;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The signature of a CMS SignerInfo over its content, RFC 5652 §5.4 and §5.6. */
public final class SignedContent {
  private SignedContent() {}

  /**
   * Verifies that the key signed the content.
   *
   * @return how it was signed
   * @throws PathException if it did not, or nobody can say
   */
  public static SignatureScheme verify(VerificationKey key, SignerInfo signer, Bytes content)
      throws PathException {
    try {
      SignatureScheme scheme =
          SignatureScheme.of(signer.signatureAlgorithm(), Optional.of(signer.digestAlgorithm()));
      Bytes signed = signed(signer, content);
      if (signed.isEmpty()) {
        throw new PathException(Reason.MESSAGE_DIGEST_MISMATCH);
      }
      key.verify(scheme, signed, signer.signature());
      return scheme;
    } catch (SignatureCheckException e) {
      throw new PathException(reason(e));
    }
  }

  /** What a report says of a signature that was not accepted. */
  static Reason reason(SignatureCheckException e) {
    return switch (e.fault()) {
      case INVALID -> Reason.SIGNATURE_INVALID;
      case UNSUPPORTED -> Reason.ALGORITHM_UNSUPPORTED;
      case TOO_WEAK -> Reason.ALGORITHM_TOO_WEAK;
      case FORBIDDEN -> Reason.ALGORITHM_NOT_ALLOWED;
      case KEY_UNUSABLE -> Reason.KEY_UNUSABLE;
      case KEY_FORGED -> Reason.CURVE_PARAMETERS_FORGED;
    };
  }

  // Empty if the signed digest is not that of the content.
  private static Bytes signed(SignerInfo signer, Bytes content) throws SignatureCheckException {
    Optional<Bytes> attributes = signer.signedAttributes();
    Optional<Bytes> digest = signer.messageDigest();
    if (attributes.isEmpty() || digest.isEmpty()) {
      return content;
    }
    String oid = digestOid(signer.digestAlgorithm());
    return Digests.digest(oid, content).equals(digest.get())
        ? der(attributes.get())
        : Bytes.empty();
  }

  private static String digestOid(Bytes identifier) throws SignatureCheckException {
    try {
      return AlgorithmIdentifier.getInstance(identifier.toByteArray()).getAlgorithm().getId();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new SignatureCheckException(
          SignatureCheckException.Fault.UNSUPPORTED, "malformed digest algorithm");
    }
  }

  // The signature is over the DER encoding, whatever order the file has.
  private static Bytes der(Bytes attributes) throws SignatureCheckException {
    try {
      return Bytes.of(
          ASN1Primitive.fromByteArray(attributes.toByteArray()).getEncoded(ASN1Encoding.DER));
    } catch (IOException | IllegalStateException e) {
      throw new SignatureCheckException(
          SignatureCheckException.Fault.INVALID, "malformed signed attributes");
    }
  }
}
