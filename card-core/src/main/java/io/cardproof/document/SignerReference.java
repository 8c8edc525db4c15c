package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.math.BigInteger;

/** By what a SignerInfo names the certificate of its signer, RFC 5652 §5.3. */
public sealed interface SignerReference {
  /** By issuer (DER of the name) and serial number. */
  record IssuerAndSerial(Bytes issuer, BigInteger serialNumber) implements SignerReference {}

  /** By the subject key identifier. */
  record KeyId(Bytes keyId) implements SignerReference {}
}
