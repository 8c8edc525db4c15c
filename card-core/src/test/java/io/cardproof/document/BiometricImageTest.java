package io.cardproof.document;

import static io.cardproof.document.Fixture.longTlv;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.OptionalInt;
import org.jmrtd.lds.icao.DG3File;
import org.jmrtd.lds.icao.DG4File;
import org.jmrtd.lds.iso19794.FingerInfo;
import org.jmrtd.lds.iso19794.IrisInfo;
import org.jmrtd.lds.iso39794.FingerImagePositionCode;
import org.junit.jupiter.api.Test;

class BiometricImageTest {
  static final Bytes PNG =
      Bytes.ofHex("89504E470D0A1A0A0000000D4948445200000040000000500800000000AABBCCDD");
  private static final Bytes WSQ = Bytes.ofHex("FFA0FFA2001100FF0050004000000000000000000000FFA1");
  private static final Bytes CODESTREAM =
      Bytes.ofHex("FF4FFF51002F0000" + "00000040" + "00000050" + "00000000" + "00000000" + "00");

  @Test
  void theFingersOfTheBsiDocumentAreFound() throws Exception {
    List<BiometricImage> fingers =
        BiometricImage.fingers(SharedData.bytes("bsi-reference-set/EF_DG3.bin"));
    assertEquals(2, fingers.size());
    for (BiometricImage finger : fingers) {
      assertEquals(ImageType.WSQ, finger.image().type());
      assertEquals(OptionalInt.of(620), finger.image().width());
      assertEquals(OptionalInt.of(620), finger.image().height());
      assertEquals(List.of(), finger.remarks());
    }
    assertEquals(BodyPart.RIGHT_INDEX, fingers.get(0).part());
    assertEquals(BodyPart.LEFT_INDEX, fingers.get(1).part());
  }

  @Test
  void theImagesOfTheBsiFingersAreThoseThatJmrtdFinds() throws Exception {
    Bytes dg3 = SharedData.bytes("bsi-reference-set/EF_DG3.bin");
    DG3File other = new DG3File(JmrtdFiles.stream(dg3));
    List<BiometricImage> fingers = BiometricImage.fingers(dg3);
    for (int i = 0; i < 2; i++) {
      FingerInfo info = (FingerInfo) other.getSubRecords().get(i);
      byte[] image = info.getFingerImageInfos().get(0).getImageInputStream().readAllBytes();
      assertEquals(Bytes.of(image), fingers.get(i).image().bytes());
    }
  }

  @Test
  void theIrisesOfTheBsiDocumentAreFound() throws Exception {
    Bytes dg4 = SharedData.bytes("bsi-reference-set/EF_DG4.bin");
    List<BiometricImage> irises = BiometricImage.irises(dg4);
    assertEquals(2, irises.size());
    assertEquals(BodyPart.RIGHT_EYE, irises.get(0).part());
    assertEquals(BodyPart.LEFT_EYE, irises.get(1).part());
    assertEquals(ImageType.JPEG2000_JP2, irises.get(0).image().type());
    assertEquals(OptionalInt.of(163), irises.get(0).image().width());
    assertEquals(OptionalInt.of(152), irises.get(1).image().height());
    DG4File other = new DG4File(JmrtdFiles.stream(dg4));
    for (int i = 0; i < 2; i++) {
      IrisInfo info = (IrisInfo) other.getSubRecords().get(i);
      byte[] image =
          info.getIrisBiometricSubtypeInfos()
              .get(0)
              .getIrisImageInfos()
              .get(0)
              .getImageInputStream()
              .readAllBytes();
      assertEquals(Bytes.of(image), irises.get(i).image().bytes());
    }
  }

  @Test
  void fingersWrittenByJmrtdAreReadInTheirOrder() throws Exception {
    Bytes dg3 = JmrtdFiles.fingers(FingerInfo.COMPRESSION_WSQ, 64, 80, WSQ, WSQ, WSQ);
    List<BiometricImage> fingers = BiometricImage.fingers(dg3);
    assertEquals(
        List.of(BodyPart.RIGHT_INDEX, BodyPart.RIGHT_MIDDLE, BodyPart.RIGHT_RING),
        fingers.stream().map(BiometricImage::part).toList());
    assertEquals(WSQ, fingers.get(2).image().bytes());
    assertEquals(OptionalInt.of(64), fingers.get(2).image().width());
    assertEquals(OptionalInt.of(80), fingers.get(2).image().height());
    assertEquals(List.of(), fingers.get(2).remarks());
  }

  @Test
  void plainPixelsAreMeasuredByTheRecord() throws Exception {
    Bytes pixels = Bytes.of(new byte[6]);
    EncodedImage whole = BiometricImage.fingers(JmrtdFiles.fingers(0, 3, 2, pixels)).get(0).image();
    assertEquals(ImageType.RAW, whole.type());
    assertEquals(OptionalInt.of(3), whole.width());
    assertEquals(OptionalInt.of(2), whole.height());
    EncodedImage packed =
        BiometricImage.fingers(JmrtdFiles.fingers(1, 4, 3, pixels)).get(0).image();
    assertEquals(ImageType.RAW_PACKED, packed.type());
    EncodedImage iris =
        BiometricImage.irises(JmrtdFiles.irises(IrisInfo.IMAGEFORMAT_RGB_RAW, 1, 2, pixels, pixels))
            .get(1)
            .image();
    assertEquals(ImageType.RAW, iris.type());
    assertEquals(OptionalInt.of(1), iris.width());
  }

  @Test
  void theRecordIsNotBelievedAboutTheType() throws Exception {
    BiometricImage finger = BiometricImage.fingers(JmrtdFiles.fingers(0, 64, 80, PNG)).get(0);
    assertEquals(ImageType.PNG, finger.image().type());
    assertEquals(List.of("the finger record names another image type"), finger.remarks());
    BiometricImage iris =
        BiometricImage.irises(
                JmrtdFiles.irises(IrisInfo.IMAGEFORMAT_MONO_JPEG, 64, 80, CODESTREAM, CODESTREAM))
            .get(0);
    assertEquals(ImageType.JPEG2000_CODESTREAM, iris.image().type());
    assertEquals(List.of("the iris record names another image type"), iris.remarks());
  }

  @Test
  void bothEyesOfOneRecordAreFound() throws Exception {
    Bytes dg4 =
        JmrtdFiles.irises(IrisInfo.IMAGEFORMAT_MONO_JPEG2000, 64, 80, CODESTREAM, CODESTREAM);
    List<BiometricImage> irises = BiometricImage.irises(dg4);
    assertEquals(
        List.of(BodyPart.RIGHT_EYE, BodyPart.LEFT_EYE),
        irises.stream().map(BiometricImage::part).toList());
    assertEquals(CODESTREAM, irises.get(1).image().bytes());
    assertEquals(List.of(), irises.get(1).remarks());
  }

  @Test
  void aLengthThatLiesIsRemarkedAndTheImageKept() throws Exception {
    Bytes record = fingerRecord(0x7FFFFFFF, 2, WSQ);
    BiometricImage finger = BiometricImage.fingers(group(0x63, 0x5F2E, record)).get(0);
    assertEquals(WSQ, finger.image().bytes());
    assertEquals(List.of("the finger record has a wrong length"), finger.remarks());
  }

  @Test
  void severalFingersOfOneRecordAreFound() throws Exception {
    Bytes one = fingerRecord(14 + WSQ.length(), 2, WSQ);
    Bytes record = Bytes.concat(one, one.from(32), Bytes.ofHex("000000000000"));
    assertEquals(2, BiometricImage.fingers(group(0x63, 0x5F2E, record)).size());
  }

  @Test
  void anImageWithoutARecordIsKept() throws Exception {
    Bytes header = tlv(0xA1, Bytes.ofHex("810108" + "820116"));
    Bytes dg3 = tlv(0x63, tlv(0x7F61, tlv(0x7F60, header, tlv(0x5F2E, WSQ))));
    BiometricImage finger = BiometricImage.fingers(dg3).get(0);
    assertEquals(WSQ, finger.image().bytes());
    assertEquals(BodyPart.LEFT_LITTLE, finger.part());
  }

  @Test
  void nobodysFingersAreNone() throws Exception {
    Bytes empty = tlv(0x63, tlv(0x7F61, Bytes.ofHex("020100"), tlv(0x53, Bytes.ofHex("0123"))));
    assertEquals(List.of(), BiometricImage.fingers(empty));
    Bytes noGroup = tlv(0x63, Bytes.ofHex("020100"));
    assertThrows(MalformedDocumentException.class, () -> BiometricImage.fingers(noGroup));
  }

  @Test
  void fingersOfIso39794AreThoseThatJmrtdWrote() throws Exception {
    Bytes dg3 =
        JmrtdFiles.fingers39794(
            PNG,
            FingerImagePositionCode.LEFT_THUMB_FINGER,
            FingerImagePositionCode.RIGHT_FOUR_FINGERS,
            FingerImagePositionCode.OTHER_POSITION);
    List<BiometricImage> fingers = BiometricImage.fingers(dg3);
    assertEquals(
        List.of(BodyPart.LEFT_THUMB, BodyPart.RIGHT_FOUR_FINGERS, BodyPart.FINGER),
        fingers.stream().map(BiometricImage::part).toList());
    assertEquals(PNG, fingers.get(1).image().bytes());
    assertEquals(OptionalInt.of(64), fingers.get(1).image().width());
  }

  @Test
  void irisesOfIso39794AreReadByTheirTags() throws Exception {
    Bytes block =
        tlv(
            0x66,
            Bytes.ofHex("A007800103810207E3"),
            tlv(0xA1, iris(1, CODESTREAM), iris(2, CODESTREAM), iris(0, CODESTREAM)));
    List<BiometricImage> irises = BiometricImage.irises(group(0x76, 0x7F2E, block));
    assertEquals(
        List.of(BodyPart.RIGHT_EYE, BodyPart.LEFT_EYE, BodyPart.EYE),
        irises.stream().map(BiometricImage::part).toList());
    assertEquals(CODESTREAM, irises.get(2).image().bytes());
  }

  @Test
  void aRepresentationWithoutImageIsMalformed() {
    Bytes block = tlv(0x66, Bytes.ofHex("A003800103"), tlv(0xA1, tlv(0x30, Bytes.ofHex("800101"))));
    Bytes dg4 = group(0x76, 0x7F2E, tlv(0xA1, block));
    assertThrows(MalformedDocumentException.class, () -> BiometricImage.irises(dg4));
  }

  private static Bytes iris(int eye, Bytes image) {
    return tlv(
        0x30,
        tlv(0x80, Bytes.of((byte) eye)),
        Bytes.ofHex("A103800101" + "820108" + "A303800103" + "840100850100860100" + "A703800100"),
        tlv(0x89, image),
        tlv(0xAF, Bytes.ofHex("8001FF")));
  }

  /** A data group with one template and this block. */
  static Bytes group(int tag, int blockTag, Bytes block) {
    return longTlv(
        tag,
        longTlv(
            0x7F61,
            Bytes.ofHex("020101"),
            longTlv(0x7F60, tlv(0xA1, Bytes.ofHex("810108")), longTlv(blockTag, block))));
  }

  static Bytes fingerRecord(int length, int compression, Bytes image) {
    return Bytes.concat(
        Bytes.ofHex("46495200" + "30313000" + "000000000000" + "0000" + "001F" + "0101"),
        Bytes.ofHex("01F401F401F401F4" + "08" + String.format("%02X", compression) + "0000"),
        Bytes.ofHex(String.format("%08X", length) + "0201010000" + "00400050" + "00"),
        image);
  }
}
