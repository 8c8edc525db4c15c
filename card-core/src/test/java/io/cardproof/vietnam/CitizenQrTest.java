package io.cardproof.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.error.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitizenQrTest {
  private static final String OF_2021 =
      "079085123456|024123456|Nguyễn Văn Ân|02011985|Nam|1 Đường A, Quận 1|15032021";
  private static final String OF_2024 =
      "079085123456||Nguyễn Văn Ân|02011985|Nam|1 Đường A|15082024||||";

  @Test
  void aCardOf2021HasSevenFields() throws Exception {
    CitizenQr qr = CitizenQr.parse(OF_2021);
    assertEquals("079085123456", qr.number().digits());
    assertEquals(Optional.of("024123456"), qr.oldNumber());
    assertEquals(Optional.of(new CitizenName("Nguyễn Văn Ân")), qr.fullName());
    assertEquals(Optional.of(LocalDate.of(1985, 1, 2)), qr.birthDate().flatMap(CitizenDate::day));
    assertEquals(Optional.of("Nam"), qr.sex());
    assertEquals(Optional.of("1 Đường A, Quận 1"), qr.residence());
    assertEquals(Optional.of(LocalDate.of(2021, 3, 15)), qr.issueDate().flatMap(CitizenDate::day));
    assertEquals(List.of(), qr.further());
  }

  @Test
  void aCardOf2024HasElevenAndEmptyOnesKeepTheirPlace() throws Exception {
    CitizenQr qr = CitizenQr.parse(OF_2024);
    assertEquals(11, qr.fields().size());
    assertEquals(Optional.empty(), qr.oldNumber());
    assertEquals(Optional.of("Nam"), qr.sex());
    assertEquals(List.of("", "", "", ""), qr.further());
    List<String> further = CitizenQr.parse(OF_2024.replace("||||", "|a||b|")).further();
    assertEquals(List.of("a", "", "b", ""), further);
  }

  @Test
  void theKeyIsTheLastSixDigitsAndRemembersWhatWasPresented() throws Exception {
    try (AccessKey key = CitizenQr.parse(OF_2021).accessKey()) {
      assertEquals(AccessKey.Kind.CAN, key.kind());
      assertEquals("123456", new String(key.secret().reveal(), StandardCharsets.US_ASCII));
      assertEquals(new Presented.Qr(OF_2021), key.presented());
    }
  }

  @Test
  void byteOrderMarkLineBreakAndDecomposedTextAreTolerated() throws Exception {
    String scanned = "\uFEFF" + Normalizer.normalize(OF_2024, Normalizer.Form.NFD) + "\r\n";
    assertEquals(CitizenQr.parse(OF_2024).fields(), CitizenQr.parse(scanned).fields());
  }

  @Test
  void aFaultNamesTheFieldAndNotItsValue() {
    assertFault("field 1, citizen number", OF_2021.replace("079085123456", "07908512345X"));
    assertFault("field 2, old number", OF_2021.replace("024123456", "024-123"));
    assertFault("field 4, birth date", OF_2021.replace("02011985", "31021985"));
    assertFault("field 7, date of issue", OF_2021.replace("15032021", "2021/03/15"));
    assertFault("all of it", OF_2021 + "|");
    assertFault("all of it", "079085123456|Nguyễn Văn Ân");
    assertFault("all of it", "");
    assertFault("all of it", "1".repeat(3000));
  }

  @Test
  void codesOfOtherKindsAreRefusedWithAHint() {
    String insurance = "DN4790000000001|4e677579e1bb856e|02/01/1985|1|abc|79-001|-|01/01/2021|$";
    assertTrue(messageOf(insurance).contains("health insurance"));
    assertTrue(messageOf("00020101021138540010A00000072701240006970436").contains("VietQR"));
  }

  @Test
  void textFormShowsNothingPersonal() throws Exception {
    assertEquals("CitizenQr[7 fields, redacted]", CitizenQr.parse(OF_2021).toString());
  }

  private static void assertFault(String place, String text) {
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> CitizenQr.parse(text));
    assertEquals(place, e.place());
    assertFalse(String.valueOf(e.getMessage()).contains("0790"));
  }

  private static String messageOf(String text) {
    return String.valueOf(
        assertThrows(MalformedInputException.class, () -> CitizenQr.parse(text)).getMessage());
  }
}
