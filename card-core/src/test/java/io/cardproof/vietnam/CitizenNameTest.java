package io.cardproof.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.Mrz;
import org.junit.jupiter.api.Test;

class CitizenNameTest {
  private static final String[] LINES = {
    "IDVNM0851234565079085123456<<4", "8501020M4501028VNM<<<<<<<<<<<6"
  };

  @Test
  void lettersLoseTheirMarksAndCase() {
    assertEquals("DANG THI UOC", new CitizenName("Đặng  Thị Ước").mrzForm());
    assertEquals("NGUYEN DO", new CitizenName("nguyễn đỗ").mrzForm());
  }

  @Test
  void aNameAgreesWithItsMachineReadableForm() throws Exception {
    Mrz mrz = mrz("DANG<<THI<UOC<<<<<<<<<<<<<<<<<");
    assertTrue(new CitizenName("Đặng Thị Ước").agreesWith(mrz));
    assertFalse(new CitizenName("Đặng Thị").agreesWith(mrz));
    assertFalse(new CitizenName("Đặng Thị Ước Mơ").agreesWith(mrz));
  }

  @Test
  void aNameThatFillsItsLineMayBeCutOff() throws Exception {
    Mrz mrz = mrz("CONG<TANG<TON<NU<<HOANG<THI<PH");
    assertTrue(new CitizenName("Công Tằng Tôn Nữ Hoàng Thị Phương").agreesWith(mrz));
    assertFalse(new CitizenName("Công Tằng Tôn Nữ Hoàng Thị Lan").agreesWith(mrz));
  }

  @Test
  void namesAreComparedWithoutMarksAndSpaces() {
    assertTrue(new CitizenName("ĐẶNG THỊ ƯỚC").agreesWith(new CitizenName("Đặng Thị  Ước")));
    assertFalse(new CitizenName("Đặng Thị Ước").agreesWith(new CitizenName("Đặng Văn Ước")));
  }

  private static Mrz mrz(String names) throws Exception {
    return Mrz.ofLines(LINES[0], LINES[1], names);
  }
}
