package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers as the access protocols send them. */
final class Oids {
  private Oids() {}

  /** The DER encoding, tag and length included. */
  static Bytes der(String oid) {
    try {
      return Bytes.of(new ASN1ObjectIdentifier(oid).getEncoded());
    } catch (IOException e) {
      throw new IllegalArgumentException("not an object identifier", e);
    }
  }

  /** The value alone, without tag and length. */
  static Bytes value(String oid) {
    return der(oid).from(2);
  }
}
