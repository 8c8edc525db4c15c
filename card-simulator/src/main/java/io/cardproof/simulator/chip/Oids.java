package io.cardproof.simulator.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers as cryptographic mechanism references (DO80): the value without its tag. */
final class Oids {
  private Oids() {}

  static byte[] value(String dotted) {
    try {
      byte[] encoded = new ASN1ObjectIdentifier(dotted).getEncoded();
      return Arrays.copyOfRange(encoded, 2, encoded.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
