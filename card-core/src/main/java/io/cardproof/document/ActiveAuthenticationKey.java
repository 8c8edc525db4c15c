package io.cardproof.document;

import io.cardproof.value.Bytes;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The public key of Active Authentication in data group 15, ICAO 9303-10 §4.7.15.
 *
 * @param spki DER SubjectPublicKeyInfo
 */
public record ActiveAuthenticationKey(Bytes spki) {

  /** Reads data group 15. */
  public static ActiveAuthenticationKey parseDg15(Bytes ef) throws MalformedDocumentException {
    Bytes content = Tlv.template(FileId.DG15, ef).value();
    return Der.read(
        FileId.DG15,
        content,
        ContentLimits.fileBytes(FileId.DG15),
        object -> {
          SubjectPublicKeyInfo.getInstance(object);
          return new ActiveAuthenticationKey(content);
        });
  }
}
