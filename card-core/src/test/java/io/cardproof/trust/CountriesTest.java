package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
  @ParameterizedTest
  @CsvSource({
    "VNM, VN",
    "D, DE",
    "D, de",
    "UTO, UT",
    "GBR, GB",
    "BMU, GB",
    "GBR, BM",
    "GBD, GB",
    "RKS, KS",
    "UNO, UN",
    "EUE, EU",
    "USA, us",
    "XYZ, xyz"
  })
  void theseCodesMeanTheSameIssuer(String document, String certificate) {
    assertTrue(Countries.same(document, certificate));
  }

  @ParameterizedTest
  @CsvSource({"VNM, VE", "D, DK", "VNM, D", "'', VN", "UTO, UA", "UT, QX"})
  void theseDoNot(String document, String certificate) {
    assertFalse(Countries.same(document, certificate));
  }
}
