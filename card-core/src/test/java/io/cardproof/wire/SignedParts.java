package io.cardproof.wire;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * What the issuer's signatures cover in EF.SOD, and the signatures: RFC 5652 §5.4 leaves versions,
 * the list of digests and the name of the signer to anybody. Read by BouncyCastle, not by the
 * library that is under test.
 */
record SignedParts(Bytes content, Bytes attributes, Bytes signature, Bytes certificates) {
  /** Of a whole file; empty if it is none. */
  static Optional<SignedParts> of(Bytes file) {
    try {
      ASN1TaggedObject outer = ASN1TaggedObject.getInstance(file.toByteArray());
      ContentInfo info = ContentInfo.getInstance(outer.getBaseUniversal(true, 0x10));
      return Optional.of(of(SignedData.getInstance(info.getContent())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static SignedParts of(SignedData signed) throws IOException {
    SignerInfo signer =
        SignerInfo.getInstance(ASN1Sequence.getInstance(signed.getSignerInfos().getObjectAt(0)));
    return new SignedParts(
        der(signed.getEncapContentInfo()),
        der(signer.getAuthenticatedAttributes()),
        der(signer.getEncryptedDigest()),
        der(signed.getCertificates()));
  }

  private static Bytes der(ASN1Encodable part) throws IOException {
    return Bytes.of(part.toASN1Primitive().getEncoded("DER"));
  }
}
