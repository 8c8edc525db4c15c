package io.cardproof.document;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrzTest {
  private static final String STEVENSON_TD1 = "STEVENSON<<PETER<JOHN<<<<<<<<<";

  private static final String[] CITIZEN = citizen("850102", "450102");

  /** A TD1 zone in the shape of a citizen card. */
  public static String[] citizen(String birth, String expiry) {
    String number = "079085123456";
    String places = number.substring(3);
    String first =
        "IDVNM" + places + Mrz.checkDigit(places) + number + "<<" + Mrz.checkDigit(number);
    String dates = birth + Mrz.checkDigit(birth) + "M" + expiry + Mrz.checkDigit(expiry) + "VNM";
    String composite =
        first.substring(5) + dates.substring(0, 7) + dates.substring(8, 15) + "<".repeat(11);
    return new String[] {
      first, dates + "<".repeat(11) + Mrz.checkDigit(composite), "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"
    };
  }

  @Test
  void theWorkedExamplesOfDoc9303Part11Parse() throws Exception {
    JsonNode examples = SharedData.json("icao-9303-11/bac.json").get("mrz_examples");
    assertEquals(4, examples.size());
    for (JsonNode example : examples) {
      String[] lines =
          StreamSupport.stream(example.get("MRZ").spliterator(), false)
              .map(JsonNode::asText)
              .toArray(String[]::new);
      Mrz mrz = Mrz.ofLines(lines);
      String number = example.get("document_number").asText().replace("<", "");
      assertEquals(number, mrz.documentNumber());
      assertEquals(example.get("date_of_birth").asText(), mrz.birthDate());
      assertEquals(example.get("date_of_expiry").asText(), mrz.expiry());
      boolean misprint = example.has("composite_check_digit_printed");
      assertEquals(misprint ? List.of("composite") : List.of(), mrz.checkDigitFaults());
    }
  }

  @Test
  void aCitizenCardIsTd1() throws Exception {
    Mrz mrz = Mrz.parseDg1(tlv(0x61, tlv(0x5F1F, text(String.join("", CITIZEN)))));
    assertEquals(Mrz.Type.TD1, mrz.type());
    assertEquals("ID", mrz.documentCode());
    assertEquals("VNM", mrz.issuingState());
    assertEquals("085123456", mrz.documentNumber());
    assertTrue(mrz.optionalData().startsWith("079085123456<<"));
    assertEquals("NGUYEN", mrz.surname());
    assertEquals("VAN AN", mrz.givenNames());
    assertEquals("M", mrz.sex());
    assertEquals(List.of(), mrz.checkDigitFaults());
    assertEquals(Optional.of(LocalDate.of(2045, 1, 2)), mrz.expiryDate());
    assertEquals(Optional.of(LocalDate.of(1985, 1, 2)), mrz.birthDay(LocalDate.of(2026, 11, 23)));
  }

  @Test
  void theBsiPassportHasAFillerAsCheckDigitOfEmptyOptionalData() throws Exception {
    Mrz mrz = Mrz.parseDg1(SharedData.bytes("bsi-reference-set/EF_DG1.bin"));
    assertEquals(Mrz.Type.TD3, mrz.type());
    assertEquals("C11T002JM", mrz.documentNumber());
    assertEquals("D", mrz.issuingState());
    assertEquals("MUSTERMANN", mrz.surname());
    assertEquals("ERIKA", mrz.givenNames());
    assertEquals(List.of(), mrz.checkDigitFaults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I<UTOD23145890<7349<<<<<<<<<<<" + "3407127M9507122UTO<<<<<<<<<<<2" + STEVENSON_TD1,
        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<" + "D23145890<UTO3407127M95071227349<<<8"
      })
  void aLongDocumentNumberGoesOnInTheOptionalData(String zone) throws Exception {
    Mrz mrz = Mrz.parseDg1(tlv(0x61, tlv(0x5F1F, text(zone))));
    assertEquals("D23145890734", mrz.documentNumber());
    assertEquals("STEVENSON", mrz.surname());
    assertEquals("PETER JOHN", mrz.givenNames());
    assertEquals(List.of(), mrz.checkDigitFaults());
    String wrong = zone.replace("7349", "7359");
    Mrz changed = Mrz.parseDg1(tlv(0x61, tlv(0x5F1F, text(wrong))));
    assertEquals(List.of("document number", "composite"), changed.checkDigitFaults());
  }

  @Test
  void eachWrongCheckDigitIsAFaultByName() throws Exception {
    assertEquals(List.of("document number", "composite"), faultsWithOtherDigit(0, 14));
    assertEquals(List.of("birth date", "composite"), faultsWithOtherDigit(1, 6));
    assertEquals(List.of("expiry date", "composite"), faultsWithOtherDigit(1, 14));
    assertEquals(List.of("composite"), faultsWithOtherDigit(1, 29));
  }

  @Test
  void aFillerForTheCheckDigitOfOptionalDataThatIsThereIsAFault() throws Exception {
    String second = "C11T002JM4D<<9608122F23103141234<<<<<<<<<<<0";
    Mrz mrz = Mrz.ofLines("P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<", second);
    assertTrue(mrz.checkDigitFaults().contains("optional data"));
  }

  @Test
  void ninetyNineAndTheBirthdayIsNoEndOnACitizenCardOnly() throws Exception {
    Mrz forLife = Mrz.ofLines(citizen("600102", "990102"));
    assertTrue(forLife.lifelong());
    assertEquals(Optional.empty(), forLife.expiryDate());
    Mrz otherDay = Mrz.ofLines(citizen("600102", "991231"));
    assertFalse(otherDay.lifelong());
    assertEquals(Optional.of(LocalDate.of(2099, 12, 31)), otherDay.expiryDate());
  }

  @Test
  void aSizeOrCharacterThatNoZoneHasIsMalformed() {
    assertThrows(MalformedDocumentException.class, () -> Mrz.ofLines());
    assertThrows(MalformedDocumentException.class, () -> Mrz.ofLines("A", "B"));
    String lower = CITIZEN[2].replace('V', 'v');
    MalformedDocumentException e =
        assertThrows(
            MalformedDocumentException.class, () -> Mrz.ofLines(CITIZEN[0], CITIZEN[1], lower));
    assertEquals("line 3", e.place());
    Bytes cut = tlv(0x61, tlv(0x5F1F, text(CITIZEN[0])));
    assertThrows(MalformedDocumentException.class, () -> Mrz.parseDg1(cut));
  }

  @Test
  void textFormShowsNothingPersonal() throws Exception {
    assertEquals("Mrz[TD1, redacted]", Mrz.ofLines(CITIZEN).toString());
  }

  private static List<String> faultsWithOtherDigit(int line, int place) throws Exception {
    String[] lines = CITIZEN.clone();
    StringBuilder changed = new StringBuilder(lines[line]);
    changed.setCharAt(place, lines[line].charAt(place) == '9' ? '0' : '9');
    lines[line] = changed.toString();
    return Mrz.ofLines(lines).checkDigitFaults();
  }
}
