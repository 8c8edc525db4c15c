package io.cardproof.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.error.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {
  private static final String TD3 =
      "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\n"
          + "C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<<4";

  @Test
  void aCardAccessNumberIsSixDigits() throws Exception {
    try (AccessKey key = AccessKey.can(" 123456\n");
        AccessKey same = AccessKey.can("123456".toCharArray())) {
      assertEquals(AccessKey.Kind.CAN, key.kind());
      assertEquals("123456", revealed(key));
      assertEquals(key.secret(), same.secret());
      assertEquals(new Presented.Nothing(), key.presented());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", "12 3456"})
  void anythingElseIsNoCardAccessNumberAndIsNotQuoted(String text) {
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> AccessKey.can(text));
    assertEquals("CAN", e.source());
    assertTrue(text.isEmpty() || !String.valueOf(e.getMessage()).contains(text));
  }

  @Test
  void aPinAndAPukAreFourToSixteenDigits() throws Exception {
    try (AccessKey pin = AccessKey.pin(" 123456 ");
        AccessKey puk = AccessKey.puk("9876543210".toCharArray())) {
      assertEquals(AccessKey.Kind.PIN, pin.kind());
      assertEquals("123456", revealed(pin));
      assertTrue(pin.resumedBy().isEmpty());
      assertEquals(AccessKey.Kind.PUK, puk.kind());
      assertEquals("9876543210", revealed(puk));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345678901234567", "12345a", "１２３４５６", "12 3456"})
  void anythingElseIsNoPinAndNoPukAndIsNotQuoted(String text) {
    MalformedInputException pin =
        assertThrows(MalformedInputException.class, () -> AccessKey.pin(text));
    assertEquals("PIN", pin.source());
    assertEquals("all of it", pin.place());
    MalformedInputException puk =
        assertThrows(MalformedInputException.class, () -> AccessKey.puk(text));
    assertEquals("PUK", puk.source());
    assertTrue(String.valueOf(pin.getMessage()).endsWith("not 4 to 16 digits"));
  }

  @Test
  void aPinWithItsCanWipesBoth() throws Exception {
    AccessKey key = AccessKey.pin("123456", "654321");
    AccessKey can = key.resumedBy().orElseThrow();
    assertEquals("654321", revealed(can));
    key.close();
    assertThrows(IllegalStateException.class, () -> revealed(key));
    assertThrows(IllegalStateException.class, () -> revealed(can));
  }

  @Test
  void theWorkedExamplesOfDoc9303Part11GiveTheirMrzInformation() throws Exception {
    JsonNode examples = SharedData.json("icao-9303-11/bac.json").get("mrz_examples");
    for (JsonNode example : examples) {
      try (AccessKey key =
          AccessKey.mrz(
              example.get("document_number").asText(),
              example.get("date_of_birth").asText(),
              example.get("date_of_expiry").asText())) {
        assertEquals(AccessKey.Kind.MRZ, key.kind());
        assertEquals(example.get("MRZ_information").asText(), revealed(key));
      }
    }
  }

  @Test
  void aLongNumberInTheLinesOfTd1AndTd2IsTakenWhole() throws Exception {
    for (String lines :
        new String[] {
          "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8",
          "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\n"
              + "STEVENSON<<PETER<JOHN<<<<<<<<<"
        }) {
      try (AccessKey key = AccessKey.mrzLines(lines)) {
        assertEquals("D23145890734934071279507122", revealed(key));
      }
    }
  }

  @Test
  void linesMayBeApartInEveryUsualWay() throws Exception {
    for (String text :
        new String[] {
          TD3,
          TD3.replace("\n", "\r\n") + "\r\n",
          TD3.replace("\n", "\\n"),
          TD3.replace("\n", ""),
          "\uFEFF  " + TD3.replace("<<", "< <").toLowerCase(Locale.ROOT)
        }) {
      try (AccessKey key = AccessKey.mrzLines(text)) {
        assertEquals("C11T002JM496081222310314", revealed(key));
        assertEquals(
            new Presented.MrzData("C11T002JM", "960812", "231031", "MUSTERMANN<<ERIKA"),
            key.presented());
      }
    }
  }

  @Test
  void aWrongCheckDigitIsNamedByLineAndFieldWithoutTheValue() {
    MalformedInputException e =
        assertThrows(
            MalformedInputException.class, () -> AccessKey.mrzLines(TD3.replace("JM4D", "JM5D")));
    assertEquals("MRZ", e.source());
    assertEquals("line 2, document number", e.place());
    assertFalse(String.valueOf(e.getMessage()).contains("C11T002JM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "P<D", "A\nB\nC\nD", "ÄÖÜ"})
  void whatIsNoZoneIsMalformed(String text) {
    assertThrows(MalformedInputException.class, () -> AccessKey.mrzLines(text));
  }

  @Test
  void aFieldThatNoZoneCanHaveIsNamed() {
    assertEquals("document number", placeOf("", "960812", "231031"));
    assertEquals("document number", placeOf("C11/002", "960812", "231031"));
    assertEquals("birth date", placeOf("C11T002JM", "12.08.96", "231031"));
    assertEquals("expiry date", placeOf("C11T002JM", "960812", "2310311"));
  }

  @Test
  void closingWipesTheSecretAndTextFormsShowNothing() throws Exception {
    AccessKey key = AccessKey.mrzLines(TD3);
    assertEquals("AccessKey[MRZ, redacted]", key.toString());
    assertFalse(key.presented().toString().contains("C11"));
    assertFalse(new Presented.Qr("079085123456|").toString().contains("0790"));
    key.close();
    assertThrows(IllegalStateException.class, () -> key.secret().reveal());
  }

  private static String placeOf(String number, String birth, String expiry) {
    return assertThrows(MalformedInputException.class, () -> AccessKey.mrz(number, birth, expiry))
        .place();
  }

  private static String revealed(AccessKey key) {
    return new String(key.secret().reveal(), StandardCharsets.US_ASCII);
  }
}
