package io.cardproof.document;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jmrtd.lds.CVCAFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EF.CVCA, EF.DIR and EF.ATR/INFO. */
class MasterFileFilesTest {
  private static final Bytes TRAVEL_DOCUMENT = Bytes.ofHex("A0000002471001");

  @Test
  void theReferencesOfATrustPointComeInTheirOrder() throws Exception {
    Bytes file = Bytes.of(new CVCAFile("UTCVCA00002", "UTCVCA00001").getEncoded());
    assertEquals(36, file.length());
    assertEquals(List.of("UTCVCA00002", "UTCVCA00001"), CvcaReferences.parse(file).references());
  }

  @Test
  void aSingleReferenceNeedsNoPadding() throws Exception {
    Bytes file = tlv(0x42, text("UTCVCA00001"));
    assertEquals(List.of("UTCVCA00001"), CvcaReferences.parse(file).references());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000",
        "4200",
        "4211" + "4141414141414141414141414141414141",
        "420141" + "420142" + "420143",
        "430141",
        "420241"
      })
  void anythingElseIsMalformed(String hex) {
    assertThrows(MalformedDocumentException.class, () -> CvcaReferences.parse(Bytes.ofHex(hex)));
  }

  @Test
  void applicationsAreListedAndTheUnknownIsKept() throws Exception {
    Bytes unknown = tlv(0x51, Bytes.ofHex("3F00"));
    Bytes file =
        Bytes.concat(
            tlv(0x61, tlv(0x4F, TRAVEL_DOCUMENT), tlv(0x50, text("eMRTD")), unknown),
            tlv(0x4F, Bytes.ofHex("A000000247200101")),
            tlv(0x73, Bytes.ofHex("00")),
            Bytes.ofHex("FFFF"));
    CardApplications directory = CardApplications.parse(file);
    assertEquals(2, directory.applications().size());
    CardApplications.Entry first = directory.applications().get(0);
    assertEquals(TRAVEL_DOCUMENT, first.identifier());
    assertEquals(Optional.of("eMRTD"), first.label());
    assertEquals(unknown, first.objects().get(2).encoded());
    assertEquals(Optional.empty(), directory.applications().get(1).label());
    assertEquals(List.of(0x73), directory.others().stream().map(Tlv::tag).toList());
  }

  @Test
  void anApplicationWithoutIdentifierIsMalformed() {
    Bytes file = tlv(0x61, tlv(0x50, text("eMRTD")));
    assertThrows(MalformedDocumentException.class, () -> CardApplications.parse(file));
  }

  @Test
  void theLengthsAndCapabilitiesOfACardAreFound() throws Exception {
    CardInformation information =
        CardInformation.parse(Bytes.ofHex("43010147031E01407F66080202080002027F00D0020102000000"));
    assertEquals(OptionalInt.of(0x0800), information.maxCommandBytes());
    assertEquals(OptionalInt.of(0x7F00), information.maxResponseBytes());
    assertEquals(Optional.of(Bytes.ofHex("1E0140")), information.capabilities());
    assertEquals(0xD0, information.objects().get(3).tag());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7F6600", "7F660402020800", "7F660A0204080000000202" + "0800"})
  void lengthsInAnUnknownFormSayNothing(String hex) throws Exception {
    CardInformation information = CardInformation.parse(Bytes.ofHex(hex));
    assertEquals(OptionalInt.empty(), information.maxCommandBytes());
  }
}
