package io.cardproof.document;

import io.cardproof.value.Bytes;

/**
 * The public key of Active Authentication in data group 15, ICAO 9303-10 §4.7.15.
 *
 * @param spki DER SubjectPublicKeyInfo
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record ActiveAuthenticationKey(Bytes spki) {
  /** Reads data group 15. */
  public static ActiveAuthenticationKey parseDg15(Bytes ef) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }
}
