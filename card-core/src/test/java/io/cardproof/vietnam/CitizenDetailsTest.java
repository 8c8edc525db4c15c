package io.cardproof.vietnam;

import static io.cardproof.document.Fixture.longTlv;
import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.MalformedDocumentException;
import io.cardproof.value.Bytes;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitizenDetailsTest {
  private static final Bytes VERSION_AND_OID = Bytes.ofHex("020101060628D316010008");

  @Test
  void theMeasuredEncodingGivesAllSixteenFields() throws Exception {
    CitizenDetails details = CitizenDetails.parse(dg13(fields()));
    assertEquals("079085123456", details.number().orElseThrow().digits());
    assertEquals(Optional.of(new CitizenName("Nguyễn Văn Ân")), details.fullName());
    assertEquals(
        Optional.of(LocalDate.of(1985, 1, 2)), details.birthDate().flatMap(CitizenDate::day));
    assertEquals(Optional.of("Nam"), details.sex());
    assertEquals(Optional.of("Việt Nam"), details.nationality());
    assertEquals(Optional.of("Kinh"), details.ethnicity());
    assertEquals(Optional.of("Không"), details.religion());
    assertEquals(Optional.of("Quê, Tỉnh"), details.placeOfOrigin());
    assertEquals(Optional.of("Nhà, Phố"), details.residence());
    assertEquals(Optional.of("Nốt ruồi"), details.identifyingMarks());
    assertEquals(
        Optional.of(LocalDate.of(2021, 3, 15)), details.issueDate().flatMap(CitizenDate::day));
    assertEquals(
        Optional.of(LocalDate.of(2045, 1, 2)), details.expiryDate().flatMap(CitizenDate::day));
    assertEquals(Optional.of(new CitizenName("Nguyễn Cha")), details.father());
    assertEquals(Optional.of(new CitizenName("Trần Mẹ")), details.mother());
    assertEquals(List.of(), details.spouses());
    assertEquals(Optional.of("024123456"), details.oldNumber());
    assertEquals(Optional.of("0123456789ABCDEF"), details.cardSerial());
    assertEquals(List.of(), details.remarks());
    assertEquals(CitizenDetails.Generation.CARD_2021, details.generation());
  }

  @Test
  void versionAndObjectIdentifierMayBeMissing() throws Exception {
    Bytes set = tlv(0x31, Bytes.concat(fields().toArray(Bytes[]::new)));
    for (Bytes file : List.of(tlv(0x6D, set), tlv(0x6D, tlv(0x30, set)))) {
      CitizenDetails details = CitizenDetails.parse(file);
      assertEquals(16, details.fields().size());
      assertEquals(List.of("no object identifier before the fields"), details.remarks());
    }
  }

  @Test
  void parentsMayBeBareOrWrappedAndAnEmptySlotKeepsItsPlace() throws Exception {
    Bytes father = tlv(0x0C, text("Cha"));
    Bytes mother = tlv(0x0C, text("Mẹ"));
    for (Bytes value :
        List.of(
            Bytes.concat(father, mother),
            Bytes.concat(tlv(0x30, father), tlv(0x30, mother)),
            Bytes.concat(father, tlv(0x30, mother)))) {
      CitizenDetails details = with(13, value);
      assertEquals(Optional.of(new CitizenName("Cha")), details.father());
      assertEquals(Optional.of(new CitizenName("Mẹ")), details.mother());
    }
    CitizenDetails motherOnly = with(13, Bytes.concat(tlv(0x30), tlv(0x30, mother)));
    assertEquals(Optional.empty(), motherOnly.father());
    assertEquals(Optional.of(new CitizenName("Mẹ")), motherOnly.mother());
  }

  @Test
  void thereMayBeNoneOneOrSeveralSpouses() throws Exception {
    Bytes one = tlv(0x0C, text("Lê A"));
    Bytes two = tlv(0x30, tlv(0x0C, text("Lê B")));
    assertEquals(List.of(), with(14, Bytes.empty()).spouses());
    assertEquals(List.of(new CitizenName("Lê A")), with(14, one).spouses());
    assertEquals(
        List.of(new CitizenName("Lê A"), new CitizenName("Lê B")),
        with(14, Bytes.concat(one, two)).spouses());
  }

  @Test
  void missingFieldsShiftNothingAndAreRemarked() throws Exception {
    List<Bytes> fields = fields();
    fields.remove(14);
    fields.remove(9);
    CitizenDetails details = CitizenDetails.parse(dg13(fields));
    assertEquals(Optional.empty(), details.identifyingMarks());
    assertEquals(Optional.empty(), details.oldNumber());
    assertEquals(Optional.of("0123456789ABCDEF"), details.cardSerial());
    assertEquals(List.of("field 10 is missing", "field 15 is missing"), details.remarks());
  }

  @Test
  void emptyFieldsOf2024LeaveTheGenerationUnknown() throws Exception {
    List<Bytes> fields = fields();
    fields.set(8, field(9, tlv(0x0C)));
    fields.set(10, field(11, Bytes.empty()));
    CitizenDetails details = CitizenDetails.parse(dg13(fields));
    assertEquals(Optional.empty(), details.residence());
    assertEquals(Optional.empty(), details.issueDate());
    assertEquals(CitizenDetails.Generation.UNKNOWN, details.generation());
  }

  @Test
  void theGenerationChangesOnTheFirstOfJuly2024() throws Exception {
    assertEquals(CitizenDetails.Generation.CARD_2021, issued("30/06/2024").generation());
    assertEquals(CitizenDetails.Generation.CARD_2024, issued("01/07/2024").generation());
    assertEquals(CitizenDetails.Generation.UNKNOWN, issued("2024").generation());
  }

  @Test
  void datesMayHaveOtherSeparatorsOrNoneOrAYearOnly() throws Exception {
    for (String date : List.of("15/03/2021", "15-03-2021", "15032021")) {
      assertEquals(
          Optional.of(LocalDate.of(2021, 3, 15)), issued(date).issueDate().orElseThrow().day());
    }
    CitizenDate year = with(3, tlv(0x13, text("1960"))).birthDate().orElseThrow();
    assertEquals(Optional.empty(), year.day());
    assertEquals(1960, year.year().orElseThrow());
    CitizenDetails wrong = issued("31/02/2021");
    assertEquals(Optional.empty(), wrong.issueDate().orElseThrow().day());
    assertEquals(List.of("field 11 is not a date"), wrong.remarks());
  }

  @Test
  void aCardForLifeSaysSoInWords() throws Exception {
    for (String words : List.of("Không thời hạn", "KHÔNG THỜI HẠN", "Không  thời hạn ")) {
      CitizenDate date = with(12, tlv(0x0C, text(words))).expiryDate().orElseThrow();
      assertTrue(date.unlimited());
      assertEquals(Optional.empty(), date.day());
    }
    assertFalse(with(12, tlv(0x0C, text("02/01/2045"))).expiryDate().orElseThrow().unlimited());
  }

  @Test
  void longLengthFieldsAndBothStringTypesAreTheSame() throws Exception {
    String longText = "Phường Bến Nghé, ".repeat(20);
    Bytes field = longTlv(0x30, Bytes.ofHex("020109"), longTlv(0x0C, text(longText)));
    List<Bytes> fields = fields();
    fields.set(8, field);
    assertEquals(Optional.of(longText), CitizenDetails.parse(dg13(fields)).residence());
    assertEquals(Optional.of("Kinh"), with(6, tlv(0x13, text("Kinh"))).ethnicity());
  }

  @Test
  void textIsComposed() throws Exception {
    String decomposed = Normalizer.normalize("Nguyễn Văn Ân", Normalizer.Form.NFD);
    assertEquals(
        Optional.of(new CitizenName("Nguyễn Văn Ân")),
        with(2, tlv(0x0C, text(decomposed))).fullName());
  }

  @Test
  void aFieldThatNobodyKnowsIsKeptAsBytes() throws Exception {
    Bytes unknown = field(17, tlv(0x04, Bytes.ofHex("FFFE")));
    List<Bytes> fields = fields();
    fields.add(unknown);
    CitizenDetails.Field last = CitizenDetails.parse(dg13(fields)).fields().get(16);
    assertEquals(17, last.number());
    assertEquals(unknown, last.raw());
    assertEquals(List.of(), last.texts());
  }

  @Test
  void aPatternOfAFieldInsideTextIsText() throws Exception {
    String trap = "x0\u0005\u0002\u0001\u0007\f\u0001!";
    assertEquals(Optional.of(trap), with(6, tlv(0x0C, text(trap))).ethnicity());
    assertEquals(Optional.of("Không"), with(6, tlv(0x0C, text(trap))).religion());
  }

  @Test
  void fieldsThatAreNotDisclosedAreGone() throws Exception {
    CitizenDetails details = CitizenDetails.parse(dg13(fields())).without(Set.of(6, 7, 10, 13, 14));
    assertEquals(Optional.empty(), details.religion());
    assertEquals(Optional.empty(), details.father());
    assertEquals(11, details.fields().size());
    assertEquals(Optional.of("Nam"), details.sex());
  }

  @Test
  void twiceTheSameFieldBadTextOrNoSetIsMalformed() {
    List<Bytes> twice = fields();
    twice.add(field(2, tlv(0x0C, text("Khác"))));
    assertThrows(MalformedDocumentException.class, () -> CitizenDetails.parse(dg13(twice)));
    MalformedDocumentException e =
        assertThrows(MalformedDocumentException.class, () -> with(2, tlv(0x0C, Bytes.ofHex("C3"))));
    assertEquals("field 2", e.place());
    Bytes none = tlv(0x6D, tlv(0x30, VERSION_AND_OID));
    assertThrows(MalformedDocumentException.class, () -> CitizenDetails.parse(none));
  }

  @Test
  void hostileBytesThrowTheTypedErrorOrNothing() {
    Bytes file = dg13(fields());
    for (int length = 0; length < file.length(); length++) {
      Bytes cut = file.slice(0, length);
      assertThrows(MalformedDocumentException.class, () -> CitizenDetails.parse(cut));
    }
    Random random = new Random(13);
    for (int i = 0; i < 10_000; i++) {
      byte[] changed = file.toByteArray();
      for (int n = random.nextInt(4); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      assertTypedOrNothing(Bytes.of(changed));
    }
  }

  @Test
  void textFormsShowNothingPersonal() throws Exception {
    CitizenDetails details = CitizenDetails.parse(dg13(fields()));
    assertEquals("CitizenDetails[16 fields, redacted]", details.toString());
    assertEquals("Field[1, redacted]", details.fields().get(0).toString());
    assertEquals("Optional[CitizenName[redacted]]", details.fullName().toString());
    assertEquals("Optional[CitizenDate[redacted]]", details.birthDate().toString());
  }

  private static void assertTypedOrNothing(Bytes file) {
    try {
      CitizenDetails details = CitizenDetails.parse(file);
      details.generation();
      details.number().ifPresent(CitizenNumber::remarks);
      details.fullName().ifPresent(CitizenName::mrzForm);
    } catch (MalformedDocumentException e) {
      // The typed error is one of the two right answers.
    }
  }

  private static CitizenDetails issued(String date) throws MalformedDocumentException {
    return with(11, tlv(0x13, text(date)));
  }

  private static CitizenDetails with(int number, Bytes value) throws MalformedDocumentException {
    List<Bytes> fields = fields();
    fields.set(number - 1, field(number, value));
    return CitizenDetails.parse(dg13(fields));
  }

  private static Bytes dg13(List<Bytes> fields) {
    return tlv(
        0x6D, tlv(0x30, VERSION_AND_OID, tlv(0x31, Bytes.concat(fields.toArray(Bytes[]::new)))));
  }

  private static List<Bytes> fields() {
    List<Bytes> fields = new ArrayList<>();
    fields.add(field(1, tlv(0x13, text("079085123456"))));
    fields.add(field(2, tlv(0x0C, text("Nguyễn Văn Ân"))));
    fields.add(field(3, tlv(0x13, text("02/01/1985"))));
    fields.add(field(4, tlv(0x0C, text("Nam"))));
    fields.add(field(5, tlv(0x0C, text("Việt Nam"))));
    fields.add(field(6, tlv(0x0C, text("Kinh"))));
    fields.add(field(7, tlv(0x0C, text("Không"))));
    fields.add(field(8, tlv(0x0C, text("Quê, Tỉnh"))));
    fields.add(field(9, tlv(0x0C, text("Nhà, Phố"))));
    fields.add(field(10, tlv(0x0C, text("Nốt ruồi"))));
    fields.add(field(11, tlv(0x13, text("15/03/2021"))));
    fields.add(field(12, tlv(0x0C, text("02/01/2045"))));
    fields.add(
        field(13, tlv(0x30, tlv(0x0C, text("Nguyễn Cha"))), tlv(0x30, tlv(0x0C, text("Trần Mẹ")))));
    fields.add(field(14));
    fields.add(field(15, tlv(0x13, text("024123456"))));
    fields.add(field(16, tlv(0x13, text("0123456789ABCDEF"))));
    return fields;
  }

  private static Bytes field(int number, Bytes... values) {
    return tlv(0x30, tlv(0x02, Bytes.of((byte) number)), Bytes.concat(values));
  }
}
