package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoricalBytesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3b8580018073c021e057",
        "3b888001007380ffe00080900000",
        "3b8a80018031a073c021e0050000",
        "3b95958101" + "8073c021e0" + "00",
        "3b75" + "9500ff" + "8073c021e0"
      })
  void theBitIsFoundWhereverTheCapabilitiesStand(String atr) {
    assertTrue(HistoricalBytes.announceLengthsInAtrInfo(Bytes.ofHex(atr)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3b",
        "3b00",
        "3bff",
        "3b8580018073c021c077",
        "3b8480018072c02100",
        "3b8f8001",
        "3b85800110" + "73c021e057",
        "3b8280018073",
        "3bf0ffffff",
        "3b8580018072c021e000",
        "3b8480018073c02100",
        "3b8480018073c021e0"
      })
  void withoutItNothingIsAnnounced(String atr) {
    assertFalse(HistoricalBytes.announceLengthsInAtrInfo(Bytes.ofHex(atr)));
  }
}
