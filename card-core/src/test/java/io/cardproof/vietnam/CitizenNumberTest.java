package io.cardproof.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.error.MalformedInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {
  @Test
  void theNumberSaysPlaceSexAndYear() throws Exception {
    CitizenNumber number = CitizenNumber.parse(" 079185123456 ");
    assertEquals(Optional.of("TP. Hồ Chí Minh"), number.province());
    assertEquals(CitizenNumber.Sex.FEMALE, number.sex());
    assertEquals(1985, number.birthYear());
    assertEquals("185123456", number.documentNumber());
    assertEquals("123456", number.can());
    assertEquals(List.of(), number.remarks());
    assertEquals("CitizenNumber[redacted]", number.toString());
  }

  @Test
  void theCenturyGoesOnInTwos() {
    assertEquals(1999, new CitizenNumber("001099000000").birthYear());
    assertEquals(2012, new CitizenNumber("001312000000").birthYear());
    assertEquals(2100, new CitizenNumber("001400000000").birthYear());
    assertEquals(2399, new CitizenNumber("001999000000").birthYear());
    assertEquals(CitizenNumber.Sex.MALE, new CitizenNumber("001206000000").sex());
  }

  @Test
  void thereAreSixtyThreeProvinces() {
    long known =
        IntStream.range(0, 1000)
            .mapToObj(code -> new CitizenNumber(String.format("%03d099000000", code)))
            .filter(number -> number.province().isPresent())
            .count();
    assertEquals(63, known);
  }

  @Test
  void anUnknownPlaceIsARemarkAndACountryIsNone() throws Exception {
    assertEquals(1, CitizenNumber.parse("003099000000").remarks().size());
    CitizenNumber abroad = CitizenNumber.parse("123099000000");
    assertTrue(abroad.bornAbroad());
    assertEquals(Optional.empty(), abroad.province());
    assertEquals(List.of(), abroad.remarks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "07908512345", "0790851234567", "07908512345X", "٠٧٩٠٨٥١٢٣٤٥٦"})
  void whatIsNotTwelveDigitsIsRefusedAndNotQuoted(String text) {
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> CitizenNumber.parse(text));
    assertFalse(!text.isEmpty() && String.valueOf(e.getMessage()).contains(text));
  }
}
