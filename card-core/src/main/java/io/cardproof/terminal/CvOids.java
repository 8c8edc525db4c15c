package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers in certificates. */
final class CvOids {
  private CvOids() {}

  /** The whole object, tag and length included. */
  static Bytes write(String oid) {
    try {
      return Bytes.of(new ASN1ObjectIdentifier(oid).getEncoded());
    } catch (IOException e) {
      throw new IllegalArgumentException("not an object identifier", e);
    }
  }

  static String read(CvReader reader) throws MalformedInputException {
    Bytes value = reader.value(CvTag.OID);
    try {
      return ASN1ObjectIdentifier.fromContents(value.toByteArray()).getId();
    } catch (IllegalArgumentException e) {
      throw reader.malformed("not an object identifier");
    }
  }
}
