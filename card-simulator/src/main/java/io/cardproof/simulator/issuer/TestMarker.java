package io.cardproof.simulator.issuer;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;

/** The extension that says a certificate is for tests, so that software can refuse it as trust. */
public final class TestMarker {
  /** Not critical; its value is the UTF8String {@code TEST}. */
  public static final ASN1ObjectIdentifier OID =
      new ASN1ObjectIdentifier("2.25.184311148492300629481289505901386194270");

  private TestMarker() {}

  static Extension extension() {
    try {
      return Extension.create(OID, false, new DERUTF8String("TEST"));
    } catch (IOException e) {
      throw new IllegalStateException("a string always encodes", e);
    }
  }
}
