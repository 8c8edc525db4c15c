package io.cardproof.simulator.issuer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/** Times before 2050 in forms that RFC 5280 §4.1.2.5 does not allow; ASN.1 does. */
final class OddTimes {
  private OddTimes() {}

  static ASN1Encodable withFourDigitYear(ASN1Encodable time) {
    return new DERGeneralizedTime(text(time, "uuuuMMddHHmmss'Z'", ZoneOffset.UTC));
  }

  static ASN1Encodable withFraction(ASN1Encodable time) {
    return new DERGeneralizedTime(text(time, "uuuuMMddHHmmss'.250Z'", ZoneOffset.UTC));
  }

  static ASN1Encodable withoutSeconds(ASN1Encodable time) {
    return new DERUTCTime(text(time, "uuMMddHHmm'Z'", ZoneOffset.UTC));
  }

  static ASN1Encodable ofAZone(ASN1Encodable time) {
    return new DERUTCTime(text(time, "uuMMddHHmmss'+0100'", ZoneOffset.ofHours(1)));
  }

  private static String text(ASN1Encodable time, String pattern, ZoneOffset zone) {
    Instant instant = Time.getInstance(time).getDate().toInstant();
    return DateTimeFormatter.ofPattern(pattern).format(instant.atOffset(zone));
  }
}
