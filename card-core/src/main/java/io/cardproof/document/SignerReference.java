package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;

/** By what a SignerInfo names the certificate of its signer, RFC 5652 §5.3. */
public sealed interface SignerReference {
  /**
   * Reads it.
   *
   * @param identifier DER of a SignerIdentifier
   * @throws IllegalArgumentException if it is none
   */
  static SignerReference of(Bytes identifier) {
    try {
      SignerIdentifier sid =
          SignerIdentifier.getInstance(ASN1Primitive.fromByteArray(identifier.toByteArray()));
      if (sid.isTagged()) {
        return new KeyId(Bytes.of(ASN1OctetString.getInstance(sid.getId()).getOctets()));
      }
      IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(sid.getId());
      return new IssuerAndSerial(Der.encoded(named.getName()), named.getSerialNumber().getValue());
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("not a signer's identifier", e);
    }
  }

  /** By issuer (DER of the name) and serial number. */
  record IssuerAndSerial(Bytes issuer, BigInteger serialNumber) implements SignerReference {}

  /** By the subject key identifier. */
  record KeyId(Bytes keyId) implements SignerReference {}
}
