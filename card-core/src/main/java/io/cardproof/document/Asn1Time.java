package io.cardproof.document;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;

/**
 * Times of certificates and signed files, RFC 5280 §4.1.2.5. The form that the standard demands is
 * read without the ASN.1 library's calendar, whose making costs a fresh virtual machine as much as
 * a signature does.
 */
public final class Asn1Time {
  private static final int DIGITS = 14;
  private static final String UTC = "GMT+00:00";

  private Asn1Time() {}

  /**
   * The instant that a UTCTime or a GeneralizedTime means.
   *
   * @throws IllegalArgumentException if it is neither, or no time
   */
  public static Instant of(ASN1Encodable time) {
    ASN1Primitive value = time.toASN1Primitive();
    try {
      if (value instanceof ASN1UTCTime utc) {
        String text = utc.getAdjustedTime();
        return usual(text) ? instant(text) : utc.getAdjustedDate().toInstant();
      }
      ASN1GeneralizedTime generalized = ASN1GeneralizedTime.getInstance(value);
      String text = generalized.getTime();
      return usual(text) ? instant(text) : generalized.getDate().toInstant();
    } catch (ParseException | RuntimeException e) {
      throw new IllegalArgumentException("malformed time", e);
    }
  }

  // Days that no month has are left to the library, which counts on from its end.
  private static boolean usual(String text) {
    if (text.length() != DIGITS + UTC.length() || !text.endsWith(UTC)) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return within(text, 4, 1, 12)
        && within(text, 6, 1, lastDay(text))
        && within(text, 8, 0, 23)
        && within(text, 10, 0, 59)
        && within(text, 12, 0, 59);
  }

  private static int lastDay(String text) {
    return YearMonth.of(number(text, 0, 4), number(text, 4, 6)).lengthOfMonth();
  }

  private static boolean within(String text, int at, int least, int most) {
    int value = number(text, at, at + 2);
    return value >= least && value <= most;
  }

  private static Instant instant(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 4, 6),
            number(text, 6, 8),
            number(text, 8, 10),
            number(text, 10, 12),
            number(text, 12, 14))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
