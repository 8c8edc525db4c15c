package io.cardproof.document;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jmrtd.lds.DisplayedImageInfo;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG12File;
import org.jmrtd.lds.icao.DG5File;
import org.jmrtd.lds.icao.DG7File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DG5, DG7, DG11, DG12 and DG16. */
class DetailsTest {
  private static final Bytes JPEG = Bytes.ofHex("FFD8FFC00011080190012C03FFD9");
  private static final LocalDate BIRTH = LocalDate.of(1985, 4, 25);

  @Test
  void everyFieldOfDg11IsTheOneThatJmrtdWrote() throws Exception {
    DG11File file =
        new DG11File(
            "NGUYEN<<VAN<A",
            List.of("NGUYEN<<A", "LE<<A"),
            "012345678901",
            "19850425",
            List.of("HA NOI", "VNM"),
            List.of("1 PHO HUE", "HA NOI"),
            "+84 24 0000 0000",
            "ENGINEER",
            "DR",
            "SUMMARY",
            JPEG.toByteArray(),
            List.of("C1234567", "C7654321"),
            "CUSTODY");
    PersonalDetails details = PersonalDetails.parse(Bytes.of(file.getEncoded()));
    assertEquals(Optional.of("NGUYEN<<VAN<A"), details.fullName());
    assertEquals(List.of("NGUYEN<<A", "LE<<A"), details.otherNames());
    assertEquals(Optional.of("012345678901"), details.personalNumber());
    assertEquals(Optional.of(BIRTH), details.fullBirthDate().flatMap(PartialDate::day));
    assertEquals(Optional.of("HA NOI<VNM"), details.placeOfBirth());
    assertEquals(Optional.of("1 PHO HUE<HA NOI"), details.address());
    assertEquals(Optional.of("+84 24 0000 0000"), details.telephone());
    assertEquals(Optional.of("ENGINEER"), details.profession());
    assertEquals(Optional.of("DR"), details.title());
    assertEquals(Optional.of("SUMMARY"), details.summary());
    assertEquals(Optional.of(JPEG), details.proofOfCitizenship().map(EncodedImage::bytes));
    assertEquals(Optional.of("C1234567<C7654321"), details.otherDocuments());
    assertEquals(Optional.of("CUSTODY"), details.custody());
    assertEquals(List.of(), details.unknown());
    assertEquals(Optional.empty(), details.withoutSummary().summary());
    assertEquals(Optional.of("CUSTODY"), details.withoutSummary().custody());
    assertEquals(Optional.empty(), details.withoutCustody().custody());
  }

  @Test
  void everyFieldOfDg12IsTheOneThatJmrtdWrote() throws Exception {
    DG12File file =
        new DG12File(
            "TEST AUTHORITY",
            "20240506",
            List.of("LE<<THI<B"),
            "NONE",
            "EXIT",
            JPEG.toByteArray(),
            JPEG.toByteArray(),
            "20240507080910",
            "SYSTEM 1");
    DocumentDetails details = DocumentDetails.parse(Bytes.of(file.getEncoded()));
    assertEquals(Optional.of("TEST AUTHORITY"), details.issuingAuthority());
    assertEquals(
        Optional.of(LocalDate.of(2024, 5, 6)), details.issueDate().flatMap(PartialDate::day));
    assertEquals(List.of("LE<<THI<B"), details.otherPersons());
    assertEquals(Optional.of("NONE"), details.endorsements());
    assertEquals(Optional.of("EXIT"), details.taxOrExit());
    assertEquals(Optional.of(ImageType.JPEG), details.front().map(EncodedImage::type));
    assertEquals(Optional.of(JPEG), details.rear().map(EncodedImage::bytes));
    assertEquals(Optional.of("20240507080910"), details.personalisedAt());
    assertEquals(Optional.of("SYSTEM 1"), details.personalisationSystem());
  }

  @Test
  void displayedImagesAreThoseThatJmrtdWrote() throws Exception {
    DG5File dg5 =
        new DG5File(
            List.of(new DisplayedImageInfo(DisplayedImageInfo.TYPE_PORTRAIT, JPEG.toByteArray())));
    assertEquals(JPEG, DisplayedImages.portraits(Bytes.of(dg5.getEncoded())).get(0).bytes());
    DisplayedImageInfo signature =
        new DisplayedImageInfo(DisplayedImageInfo.TYPE_SIGNATURE_OR_MARK, JPEG.toByteArray());
    DG7File dg7 = new DG7File(List.of(signature, signature));
    List<EncodedImage> signatures = DisplayedImages.signatures(Bytes.of(dg7.getEncoded()));
    assertEquals(2, signatures.size());
    assertEquals(ImageType.JPEG, signatures.get(1).type());
    assertEquals(OptionalInt.of(300), signatures.get(1).width());
    Bytes portraitInDg7 = tlv(0x67, tlv(0x5F40, JPEG));
    assertThrows(MalformedDocumentException.class, () -> DisplayedImages.signatures(portraitInDg7));
  }

  @ParameterizedTest
  @CsvSource({
    "3139383530343235, 1985, 1985-04-25",
    "19850425, 1985, 1985-04-25",
    "3139383530303030, 1985, 1985",
    "19850400, 1985, 1985-04",
    "31393835, 1985, 1985",
    "3139383530393939, 1985, 1985-09",
    "3030303030303030, , 00000000",
    "3235204D4159, , 25 MAY",
  })
  void datesMayBePartialOrPacked(String hex, Integer year, String shown) throws Exception {
    Bytes dg11 = tlv(0x6B, tlv(0x5F2B, Bytes.ofHex(hex)));
    PartialDate date = PersonalDetails.parse(dg11).fullBirthDate().orElseThrow();
    assertEquals(year == null ? OptionalInt.empty() : OptionalInt.of(year), date.year());
    assertEquals(shown, date.shown());
    assertEquals(shown.length() == 10, date.day().isPresent());
    assertFalse(date.toString().contains("1985"));
  }

  @Test
  void theListOfTagsIsNotNeededAndUnknownTagsAreKept() throws Exception {
    Bytes unknown = tlv(0x5F70, text("something new"));
    Bytes group = tlv(0xA0, Bytes.ofHex("020102"), tlv(0x5F0F, text("B")), tlv(0x5F71, text("C")));
    Bytes dg11 = tlv(0x6B, tlv(0x5F0E, text("NGUYỄN VĂN A")), unknown, group);
    PersonalDetails details = PersonalDetails.parse(dg11);
    assertEquals(Optional.of("NGUYỄN VĂN A"), details.fullName());
    assertEquals(List.of("B"), details.otherNames());
    assertEquals(List.of(0x5F70, 0x5F71), details.unknown().stream().map(Tlv::tag).toList());
    assertEquals(unknown, details.unknown().get(0).encoded());
  }

  @Test
  void otherNamesStandAlsoOutsideAGroup() throws Exception {
    Bytes dg11 = tlv(0x6B, tlv(0x5F0F, text("A")), tlv(0x5F0F, text("B")));
    assertEquals(List.of("A", "B"), PersonalDetails.parse(dg11).otherNames());
  }

  @Test
  void aNameInLatin1IsNotLost() throws Exception {
    Bytes latin = Bytes.of("MÜLLER<<JÖRG".getBytes(StandardCharsets.ISO_8859_1));
    Bytes dg11 = tlv(0x6B, tlv(0x5F0E, latin));
    assertEquals(Optional.of("MÜLLER<<JÖRG"), PersonalDetails.parse(dg11).fullName());
  }

  @Test
  void personsToNotifyAreReadInTheirOrder() throws Exception {
    List<PersonToNotify> persons = PersonToNotify.parse(dg16());
    assertEquals(2, persons.size());
    PersonToNotify first = persons.get(0);
    assertEquals(Optional.of(LocalDate.of(2024, 1, 2)), first.recorded().flatMap(PartialDate::day));
    assertEquals(Optional.of("LE<<THI<B"), first.name());
    assertEquals(Optional.of("+84 000"), first.telephone());
    assertEquals(Optional.of("1 PHO HUE<HA NOI"), first.address());
    assertEquals(Optional.of("TRAN<<C"), persons.get(1).name());
    assertFalse(first.toString().contains("LE"));
  }

  static Bytes dg11() {
    return tlv(
        0x6B,
        tlv(0x5C, Bytes.ofHex("5F0E5F0F5F2B")),
        tlv(0x5F0E, text("NGUYEN<<VAN<A")),
        tlv(0xA0, Bytes.ofHex("020101"), tlv(0x5F0F, text("NGUYEN<<A"))),
        tlv(0x5F2B, Bytes.ofHex("19850425")),
        tlv(0x5F16, JPEG));
  }

  static Bytes dg12() {
    return tlv(
        0x6C,
        tlv(0x5C, Bytes.ofHex("5F195F26")),
        tlv(0x5F19, text("TEST AUTHORITY")),
        tlv(0x5F26, text("20240506")),
        tlv(0xA0, Bytes.ofHex("020101"), tlv(0x5F1A, text("LE<<THI<B"))),
        tlv(0x5F55, Bytes.ofHex("20240507080910")));
  }

  static Bytes dg16() {
    return tlv(
        0x70,
        Bytes.ofHex("020102"),
        tlv(
            0xA1,
            tlv(0x5F50, text("20240102")),
            tlv(0x5F51, text("LE<<THI<B")),
            tlv(0x5F52, text("+84 000")),
            tlv(0x5F53, text("1 PHO HUE<HA NOI"))),
        tlv(0xA2, tlv(0x5F51, text("TRAN<<C"))));
  }
}
