package io.cardproof.document;

import static io.cardproof.document.Fixture.longTlv;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortraitTest {
  /** SOI, an application segment, a frame header of 300 by 400, some data. */
  private static final Bytes JPEG =
      Bytes.ofHex("FFD8FFE000044A46FFC0001108" + "0190012C" + "03012200021101031101FFD9");

  private static final Bytes JP2 =
      Bytes.ofHex(
          "0000000C6A5020200D0A870A"
              + "000000146674797000000000000000000000000000"
              + "0000002D6A703268"
              + "0000001669686472"
              + "0000021300000195"
              + "0003070700000000");

  private static final Bytes CODESTREAM =
      Bytes.ofHex("FF4FFF51002F0000" + "0000012C" + "00000190" + "00000000" + "00000000" + "00");

  @Test
  void theImageOfTheBsiDocumentIsMeasuredByItself() throws Exception {
    Portrait portrait = Portrait.parse(SharedData.bytes("bsi-reference-set/EF_DG2.bin"));
    assertEquals(ImageType.JPEG2000_JP2, portrait.imageType());
    assertEquals(OptionalInt.of(413), portrait.width());
    assertEquals(OptionalInt.of(531), portrait.height());
    assertEquals(List.of("the face record names another image size"), portrait.remarks());
  }

  @Test
  void theHeaderIsNotBelievedAboutTheSize() throws Exception {
    Portrait portrait = Portrait.parse(dg2(face(1, 0, 0, 480, 400, JPEG)));
    assertEquals(JPEG, portrait.imageBytes());
    assertEquals(ImageType.JPEG, portrait.imageType());
    assertEquals(OptionalInt.of(300), portrait.width());
    assertEquals(OptionalInt.of(400), portrait.height());
    assertEquals(List.of("the face record names another image size"), portrait.remarks());
  }

  @Test
  void aRecordThatTellsTheTruthHasNoRemark() throws Exception {
    assertEquals(List.of(), Portrait.parse(dg2(face(1, 0, 0, 300, 400, JPEG))).remarks());
  }

  @Test
  void theHeaderIsNotBelievedAboutTheType() throws Exception {
    Portrait portrait = Portrait.parse(dg2(face(1, 0, 0, 300, 400, CODESTREAM)));
    assertEquals(ImageType.JPEG2000_CODESTREAM, portrait.imageType());
    assertEquals("image/x-jp2-codestream", portrait.imageType().mime());
    assertEquals(OptionalInt.of(300), portrait.width());
    assertEquals(List.of("the face record names another image type"), portrait.remarks());
  }

  @Test
  void aPictureInItsFileFormatIsMeasured() throws Exception {
    Portrait portrait = Portrait.parse(dg2(face(1, 0, 1, 405, 531, JP2)));
    assertEquals(ImageType.JPEG2000_JP2, portrait.imageType());
    assertEquals(OptionalInt.of(405), portrait.width());
    assertEquals(OptionalInt.of(531), portrait.height());
    assertEquals(List.of(), portrait.remarks());
  }

  @Test
  void featurePointsMoveTheImage() throws Exception {
    assertEquals(JPEG, Portrait.parse(dg2(face(1, 3, 0, 300, 400, JPEG))).imageBytes());
  }

  @Test
  void aCountOfFeaturePointsThatLiesIsRemarked() throws Exception {
    Bytes face = face(1, 0, 0, 300, 400, JPEG);
    Bytes lying = Bytes.concat(face.slice(0, 18), Bytes.ofHex("FFFF"), face.from(20));
    Portrait portrait = Portrait.parse(dg2(lying));
    assertEquals(JPEG, portrait.imageBytes());
    assertEquals(List.of("the image is not where the face record says"), portrait.remarks());
  }

  @Test
  void aBareImageIsFound() throws Exception {
    Portrait portrait = Portrait.parse(dg2(JPEG));
    assertEquals(JPEG, portrait.imageBytes());
    assertEquals(List.of("the block is not a face record of ISO 19794-5"), portrait.remarks());
  }

  @Test
  void ofSeveralFacesTheFirstCounts() throws Exception {
    Bytes one = face(2, 0, 0, 300, 400, JPEG);
    Bytes two = Bytes.concat(one, face(1, 0, 0, 300, 400, JPEG).from(14));
    Portrait portrait = Portrait.parse(dg2(two));
    assertEquals(JPEG, portrait.imageBytes());
  }

  @Test
  void everyFaceOfARecordIsFound() throws Exception {
    List<Portrait> faces = Portrait.parseAll(JmrtdFiles.faces(JPEG, JPEG, JPEG));
    assertEquals(3, faces.size());
    faces.forEach(face -> assertEquals(JPEG, face.imageBytes()));
    assertEquals(List.of("the face record does not hold exactly one face"), faces.get(0).remarks());
    assertEquals(List.of(), faces.get(2).remarks());
  }

  @Test
  void aFaceBehindAWrongLengthIsNotInvented() throws Exception {
    Bytes two = face(2, 0, 0, 300, 400, JPEG);
    assertEquals(1, Portrait.parseAll(dg2(Bytes.concat(two, Bytes.of(new byte[64])))).size());
  }

  @Test
  void facesOfIso39794AreThoseThatJmrtdWrote() throws Exception {
    List<Portrait> faces = Portrait.parseAll(JmrtdFiles.face39794(300, 400, JPEG, CODESTREAM));
    assertEquals(2, faces.size());
    assertEquals(JPEG, faces.get(0).imageBytes());
    assertEquals(List.of(), faces.get(0).remarks());
    assertEquals(CODESTREAM, faces.get(1).imageBytes());
    assertEquals(ImageType.JPEG2000_CODESTREAM, faces.get(1).imageType());
  }

  @Test
  void aSizeOfIso39794IsNotBelieved() throws Exception {
    Portrait portrait = Portrait.parse(JmrtdFiles.face39794(480, 400, JPEG));
    assertEquals(OptionalInt.of(300), portrait.width());
    assertEquals(List.of("the face record names another image size"), portrait.remarks());
  }

  @Test
  void whatIsNoImageIsSaidToBeUnknown() throws Exception {
    Portrait portrait = Portrait.parse(dg2(face(1, 0, 0, 300, 400, Bytes.ofHex("00112233"))));
    assertEquals(ImageType.UNKNOWN, portrait.imageType());
    assertEquals(Bytes.ofHex("00112233"), portrait.imageBytes());
  }

  @Test
  void aConstructedBlockIsAccepted() throws Exception {
    Bytes dg2 = tlv(0x75, tlv(0x7F61, tlv(0x7F60, tlv(0x7F2E, JPEG))));
    assertEquals(JPEG, Portrait.parse(dg2).imageBytes());
  }

  @Test
  void noBlockAndAnEmptyBlockAreMalformed() {
    assertThrows(
        MalformedDocumentException.class,
        () -> Portrait.parse(tlv(0x75, tlv(0x7F61, tlv(0x7F60, tlv(0xA1))))));
    assertThrows(MalformedDocumentException.class, () -> Portrait.parse(dg2(Bytes.empty())));
  }

  static Bytes dg2(Bytes block) {
    return longTlv(
        0x75,
        longTlv(
            0x7F61,
            Bytes.ofHex("020101"),
            longTlv(0x7F60, tlv(0xA1, Bytes.ofHex("810102")), longTlv(0x5F2E, block))));
  }

  static Bytes face(int faces, int points, int dataType, int width, int height, Bytes image) {
    int length = 20 + 8 * points + 12 + image.length();
    return Bytes.concat(
        Bytes.ofHex("46414300" + "30313000"),
        Bytes.ofHex(String.format("%08X%04X", 14 + length, faces)),
        Bytes.ofHex(String.format("%08X%04X", length, points)),
        Bytes.of(new byte[14 + 8 * points]),
        Bytes.ofHex(String.format("01%02X%04X%04X", dataType, width, height)),
        Bytes.of(new byte[6]),
        image);
  }
}
