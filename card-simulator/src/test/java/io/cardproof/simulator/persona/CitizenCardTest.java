package io.cardproof.simulator.persona;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.issuer.RandomSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.junit.jupiter.api.Test;

/** The citizen cards, held against the measured sizes and against JMRTD as a reader. */
class CitizenCardTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final Document OF_2021 = document(CitizenCard.of2021());
  private static final Document OF_2024 = document(CitizenCard.of2024());

  private static Document document(Persona persona) {
    return persona.document(TODAY, RandomSource.seeded(3));
  }

  private static byte[] dataGroup(Document document, int number) {
    byte[] file = document.files().get(Document.DG_BASE + number);
    assertNotNull(file);
    return file;
  }

  private static ByteArrayInputStream stream(Document document, int number) {
    return new ByteArrayInputStream(dataGroup(document, number));
  }

  @Test
  void theFilesHaveTheSizesMeasuredOnACardOf2021() {
    assertEquals(95, dataGroup(OF_2021, 1).length);
    assertEquals(14_931, dataGroup(OF_2021, 2).length);
    assertEquals(456, dataGroup(OF_2021, 13).length);
    assertEquals(386, dataGroup(OF_2021, 14).length);
    assertEquals(298, dataGroup(OF_2021, 15).length);
  }

  @Test
  void cardAccessIsTheOneMeasured() {
    byte[] expected =
        HexFormat.of()
            .parseHex(
                "3134300D060804007F0007020202020101300F060A04007F00070202030202020101"
                    + "3012060A04007F0007020204020202010202010D");
    assertArrayEquals(expected, OF_2021.masterFiles().get(0x011C));
  }

  @Test
  void theMrzCarriesTheNumberTwiceAndItsCheckDigitsAreRight() {
    for (Document document : List.of(OF_2021, OF_2024)) {
      String first = document.mrz().get(0);
      String second = document.mrz().get(1);
      String number = first.substring(15, 27);
      assertTrue(first.startsWith("IDVNM"));
      assertEquals(number.substring(3), first.substring(5, 14));
      assertEquals(check(first.substring(5, 14)), first.charAt(14));
      assertEquals("<<", first.substring(27, 29));
      assertEquals(check(number), first.charAt(29));
      assertEquals(check(second.substring(0, 6)), second.charAt(6));
      assertEquals(check(second.substring(8, 14)), second.charAt(14));
      String covered =
          first.substring(5)
              + second.substring(0, 7)
              + second.substring(8, 15)
              + second.substring(18, 29);
      assertEquals(check(covered), second.charAt(29));
      assertEquals(second.substring(2, 6), second.substring(10, 14), "expiry on the birthday");
      assertEquals(number.substring(6), document.can().orElseThrow());
      assertEquals(number.substring(4, 6), second.substring(0, 2), "year of birth");
    }
  }

  /** An own reading of ICAO 9303-3 §4.9, on purpose not the one in the product. */
  private static char check(String text) {
    String values = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i) == '<' ? 0 : values.indexOf(text.charAt(i));
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return (char) ('0' + sum % 10);
  }

  @Test
  void jmrtdReadsTheHolder() throws IOException {
    DG1File dg1 = new DG1File(stream(OF_2021, 1));
    assertEquals("NGUYEN", dg1.getMRZInfo().getPrimaryIdentifier());
    assertEquals("VNM", dg1.getMRZInfo().getIssuingState());
    assertEquals("910902", dg1.getMRZInfo().getDateOfBirth());
  }

  @Test
  @SuppressWarnings("deprecation") // JMRTD offers no other way to its ISO 19794 faces
  void theJpegStartsAtByte84AndItsHeaderHasTheWrongWidth() throws IOException {
    byte[] dg2 = dataGroup(OF_2021, 2);
    byte[] jpeg = Arrays.copyOfRange(dg2, 84, dg2.length);
    assertEquals("ffd8ff", HexFormat.of().formatHex(jpeg, 0, 3));
    assertEquals("ffd9", HexFormat.of().formatHex(jpeg, jpeg.length - 2, jpeg.length));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertEquals(300, image.getWidth());
    assertEquals(400, image.getHeight());

    FaceImageInfo face =
        new DG2File(stream(OF_2021, 2)).getFaceInfos().get(0).getFaceImageInfos().get(0);
    assertEquals(480, face.getWidth());
    assertEquals(400, face.getHeight());
    assertEquals(jpeg.length, face.getImageLength());
  }

  @Test
  void theChipKeysAreThoseInTheFiles() throws Exception {
    ChipAuthenticationPublicKeyInfo caKey = null;
    for (SecurityInfo info : new DG14File(stream(OF_2021, 14)).getSecurityInfos()) {
      caKey = info instanceof ChipAuthenticationPublicKeyInfo key ? key : caKey;
    }
    assertNotNull(caKey);
    var key = (ECPrivateKeyParameters) OF_2021.chipAuthentication().get(0).key();
    byte[] point = key.getParameters().getG().multiply(key.getD()).getEncoded(false);
    byte[] spki = caKey.getSubjectPublicKey().getEncoded();
    assertArrayEquals(point, Arrays.copyOfRange(spki, spki.length - point.length, spki.length));

    var aa =
        (java.security.interfaces.RSAPublicKey) new DG15File(stream(OF_2021, 15)).getPublicKey();
    var issued = (ActiveAuthenticationPart.Rsa) OF_2021.activeAuthentication().orElseThrow();
    assertEquals(issued.key().getModulus(), aa.getModulus());
    assertEquals(2048, aa.getModulus().bitLength());
  }

  @Test
  void theDetailsHaveSixteenFieldsThatAgreeWithMrzAndQr() throws IOException {
    List<ASN1Sequence> fields = fields(OF_2021);
    String[] qr = OF_2021.qr().orElseThrow().split("\\|", -1);
    assertEquals(7, qr.length);
    assertEquals(16, fields.size());
    assertEquals(qr[0], text(fields, 1));
    assertEquals(qr[2], text(fields, 2));
    assertEquals(qr[3], text(fields, 3).replace("/", ""));
    assertEquals(qr[4], text(fields, 4));
    assertEquals(qr[5], text(fields, 9));
    assertEquals(qr[6], text(fields, 11).replace("/", ""));
    assertEquals(qr[1], text(fields, 15));
    assertEquals("02/09/2031", text(fields, 12));
    assertEquals(3, fields.get(12).size(), "number, father, mother");
    assertTrue(text(fields, 16).matches("[0-9A-F]{16}"));
    assertEquals(qr[0], OF_2021.mrz().get(0).substring(15, 27));
  }

  @Test
  void aCardOf2024LeavesResidenceAndIssueToTheQr() throws IOException {
    List<ASN1Sequence> fields = fields(OF_2024);
    String[] qr = OF_2024.qr().orElseThrow().split("\\|", -1);
    assertEquals(11, qr.length);
    assertTrue(OF_2024.qr().orElseThrow().endsWith("||||"));
    for (int empty : List.of(9, 10, 11, 14, 15)) {
      assertEquals(1, fields.get(empty - 1).size(), "field " + empty);
    }
    assertEquals("10012026", qr[6]);
    assertEquals(qr[0], text(fields, 1));
  }

  private static List<ASN1Sequence> fields(Document document) throws IOException {
    byte[] value = TlvValue.of("EF_DG13.bin", dataGroup(document, 13), 0x6D);
    ASN1Sequence record = ASN1Sequence.getInstance(value);
    assertEquals("1.0.10646.1.0.8", record.getObjectAt(1).toString());
    List<ASN1Sequence> fields = new ArrayList<>();
    for (ASN1Encodable element : ASN1Set.getInstance(record.getObjectAt(2))) {
      ASN1Sequence field = ASN1Sequence.getInstance(element);
      assertEquals(
          fields.size() + 1, ASN1Integer.getInstance(field.getObjectAt(0)).intValueExact());
      fields.add(field);
    }
    return fields;
  }

  private static String text(List<ASN1Sequence> fields, int number) {
    return ((ASN1String) fields.get(number - 1).getObjectAt(1)).getString();
  }

  @Test
  void theCardEndsAtTheNextMilestoneUnlessThatIsWithinTwoYears() {
    LocalDate birth = LocalDate.of(2000, 5, 19);
    assertEquals(LocalDate.of(2025, 5, 19), CardLife.expiry(birth, LocalDate.of(2023, 5, 19)));
    assertEquals(LocalDate.of(2040, 5, 19), CardLife.expiry(birth, LocalDate.of(2023, 5, 20)));
    assertEquals(LocalDate.of(2060, 5, 19), CardLife.expiry(birth, LocalDate.of(2039, 1, 1)));
  }
}
