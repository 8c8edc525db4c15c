package io.cardproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Asn1TimeTest {
  @ParameterizedTest
  @CsvSource({
    "261123050203Z, 2026-11-23T05:02:03Z",
    "491231235959Z, 2049-12-31T23:59:59Z",
    "500101000000Z, 1950-01-01T00:00:00Z",
    "2401312359Z, 2024-01-31T23:59:00Z",
    "240229000000Z, 2024-02-29T00:00:00Z",
    "261123050203+0700, 2026-11-22T22:02:03Z"
  })
  void aUtcTimeIsOfTheYears1950To2049(String text, Instant instant) {
    assertEquals(instant, Asn1Time.of(new ASN1UTCTime(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "20510520000000Z, 2051-05-20T00:00:00Z",
    "99991231235959Z, 9999-12-31T23:59:59Z",
    "20261123050203.5Z, 2026-11-23T05:02:03.5Z",
    "20261123050203-0500, 2026-11-23T10:02:03Z"
  })
  void aGeneralizedTimeHasItsYearWhole(String text, Instant instant) {
    assertEquals(instant, Asn1Time.of(new ASN1GeneralizedTime(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"261123050203Z", "260230000000Z", "261301000000Z", "261123246060Z"})
  void itSaysWhatTheLibrarySays(String text) throws Exception {
    ASN1UTCTime time = new ASN1UTCTime(text);
    assertEquals(time.getAdjustedDate().toInstant(), Asn1Time.of(time));
  }

  @Test
  void whatIsNoTimeIsMalformed() {
    assertThrows(IllegalArgumentException.class, () -> Asn1Time.of(new ASN1Integer(1)));
  }
}
