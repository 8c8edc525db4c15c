package io.cardproof.document;

import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
  @Test
  void readsObjectsInsideObjects() throws Exception {
    Bytes file = tlv(0x75, tlv(0x7F61, tlv(0x02, Bytes.ofHex("01")), tlv(0x5F2E)));
    Tlv group = Tlv.template(FileId.DG2, file).demand(0x7F61);
    assertEquals(List.of(0x02, 0x5F2E), group.children().stream().map(Tlv::tag).toList());
    assertEquals(Bytes.ofHex("01"), group.demand(0x02).value());
    assertEquals(5, group.demand(0x02).offset());
  }

  @Test
  void readsLengthsOfOneToFourBytes() throws Exception {
    for (String length : List.of("01", "8101", "820001", "83000001", "8400000001")) {
      assertEquals(
          Bytes.ofHex("AA"), Tlv.template(FileId.DG1, Bytes.ofHex("61" + length + "AA")).value());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "61",
        "6180",
        "6184FFFFFFF0",
        "61847FFFFFF0",
        "61850000000001AA",
        "6102AA",
        "7500",
        "7F",
        "7FFFFFFFFFFF01"
      })
  void aLengthOrTagThatCannotBeTrueIsMalformed(String hex) {
    assertThrows(
        MalformedDocumentException.class, () -> Tlv.template(FileId.DG1, Bytes.ofHex(hex)));
  }

  @Test
  void moreSiblingsThanTheLimitAreMalformed() {
    Bytes many = Bytes.of(new byte[2 * (ContentLimits.OBJECTS + 1)]);
    assertThrows(MalformedDocumentException.class, () -> Tlv.row(FileId.DG2, many));
  }

  @Test
  void theFaultNamesFileAndPlaceAndNotTheContent() {
    MalformedDocumentException e =
        assertThrows(
            MalformedDocumentException.class,
            () -> Tlv.template(FileId.DG1, Bytes.ofHex("6104DEADBE")));
    assertEquals(FileId.DG1, e.file());
    assertEquals("byte 0", e.place());
    assertFalse(String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT).contains("DEAD"));
  }
}
