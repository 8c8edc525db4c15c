package io.cardproof.simulator.persona;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;

/** What EF.CVCA needs to know of a CV certificate (TR-03110-3 §C.1). */
final class CvCertificates {
  private static final int CERTIFICATE = 0x7F21;
  private static final int BODY = 0x7F4E;
  private static final int HOLDER = 0x5F20;

  private CvCertificates() {}

  /** The holder's reference, by which certificates below name it. */
  static String holder(byte[] certificate) {
    return new String(in(in(in(certificate, CERTIFICATE), BODY), HOLDER), ISO_8859_1);
  }

  private static byte[] in(byte[] objects, int tag) {
    try {
      return DataObject.parseAll(objects).stream()
          .filter(object -> object.tag() == tag)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("not a CV certificate"))
          .value();
    } catch (MalformedDataException e) {
      throw new IllegalArgumentException("not a CV certificate", e);
    }
  }
}
