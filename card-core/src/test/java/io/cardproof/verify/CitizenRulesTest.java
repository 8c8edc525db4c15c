package io.cardproof.verify;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.access.Presented;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DG13 of a citizen card and its QR code: what must agree with DG1, and what may differ. */
class CitizenRulesTest {
  private static final String NUMBER = "079085123456";
  private static final String QR =
      "079085123456|024123456|Nguyễn Văn Ân|02011985|Nam|1 Đường A, Quận 1|15032021";

  private final Findings findings = new Findings();

  @Test
  void aCardThatAgreesWithItselfPassesWithoutRemark() throws Exception {
    compare(1, NUMBER);
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.DG13).status());
    assertEquals(List.of(), remarks());
  }

  @ParameterizedTest(name = "field {0} is {1}: {2}")
  @CsvSource({
    "1, 079085123457, failed",
    "1, 001085123456, failed",
    "3, 03/01/1985, failed",
    "3, 1984, failed",
    "3, 1985, passed",
  })
  void numberAndBirthDateMustBeThoseOfDg1(int field, String value, String status) throws Exception {
    compare(field, value);
    assertEquals(status, Judged.check(findings, CheckId.DG13).status().id());
    assertEquals(
        status.equals("failed") ? Optional.of(Reason.DG13_MISMATCH) : Optional.empty(),
        Judged.check(findings, CheckId.DG13).reason());
    assertEquals(List.of(), remarks());
  }

  @ParameterizedTest(name = "field {0} is {1}: {2}")
  @CsvSource({
    "2, Trần Văn Ân, dg13-name",
    "4, Nữ, dg13-sex",
    "12, 03/01/2045, dg13-expiry",
  })
  void theRestIsARemark(int field, String value, String remark) throws Exception {
    compare(field, value);
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.DG13).status());
    assertEquals(List.of(remark), remarks());
  }

  @Test
  void aCardWithoutAnEndHasNoDateToCompare() throws Exception {
    compare(12, "Không thời hạn");
    assertEquals(List.of(), remarks());
  }

  @Test
  void aNumberOfNoKnownPlaceAndAMissingFieldAreRemarks() throws Exception {
    List<Bytes> fields = fields(1, "003085123456");
    fields.remove(9);
    new CitizenConsistency(view(zone("003085123456"), citizen(fields)), findings)
        .judge(Listed.groups(13));
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.DG13).status());
    assertEquals(List.of("dg13-encoding", "citizen-number"), remarks());
  }

  @Test
  void aCardWithoutTheFieldsHasNothingToCompare() throws Exception {
    List<Bytes> fields = fields(1, NUMBER).subList(4, 10);
    new CitizenConsistency(view(zone(NUMBER), citizen(fields)), findings).judge(Listed.groups(13));
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.DG13).status());
  }

  @ParameterizedTest(name = "{0}, DG13 listed {1}: {2}")
  @CsvSource({
    "VNM, true, NOT_REACHED",
    "VNM, false, NOT_ANNOUNCED",
    "UTO, true, NOT_ANNOUNCED",
    "none, true, NOT_REACHED",
    "none, false, NOT_ANNOUNCED",
  })
  void withoutADg13ItIsSaidWhetherOneWasExpected(String state, boolean listed, Reason reason)
      throws Exception {
    Optional<Mrz> mrz = state.equals("none") ? Optional.empty() : Optional.of(zone(NUMBER, state));
    new CitizenConsistency(view(mrz, Optional.empty()), findings)
        .judge(listed ? Listed.groups(1, 13) : Listed.groups(1));
    assertEquals(Status.NOT_APPLICABLE, Judged.check(findings, CheckId.DG13).status());
    assertEquals(Optional.of(reason), Judged.check(findings, CheckId.DG13).reason());
  }

  @Test
  void aDg13ThatDoesNotParseLeavesTheVerdictOpen() throws Exception {
    DocumentView unread = view(Optional.of(zone(NUMBER)), Optional.empty());
    new CitizenConsistency(
            new DocumentView(
                unread.mrz(),
                unread.citizen(),
                unread.details(),
                unread.infos(),
                Set.of(FileId.DG13)),
            findings)
        .judge(Listed.groups(13));
    assertEquals(Status.INCONCLUSIVE, Judged.check(findings, CheckId.DG13).status());
    assertEquals(Optional.of(Reason.FILE_MALFORMED), Judged.check(findings, CheckId.DG13).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        QR,
        "079085123456|024123456|Nguyễn Văn Ân||Nam|1 Đường A, Quận 1|15032021",
        "079085123456||NGUYỄN VĂN ÂN|02011985|Nam|1 đường a, quận 1|15032021",
        "079085123456||||||",
      })
  void theQrCodeOfTheCardAgrees(String text) throws Exception {
    present(text);
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.PRESENTED).status());
    assertEquals(List.of(), remarks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "079085123457|024123456|Nguyễn Văn Ân|02011985|Nam|1 Đường A, Quận 1|15032021",
        "001085123456|024123456|Nguyễn Văn Ân|02011985|Nam|1 Đường A, Quận 1|15032021",
        "079085123456|024123456|Nguyễn Văn Ân|03011985|Nam|1 Đường A, Quận 1|15032021",
      })
  void aQrCodeOfAnotherNumberOrBirthDateIsOneOfAnotherCard(String text) throws Exception {
    present(text);
    assertEquals(
        Optional.of(Reason.PRESENTED_DATA_MISMATCH),
        Judged.check(findings, CheckId.PRESENTED).reason());
    assertEquals(Status.FAILED, Judged.check(findings, CheckId.PRESENTED).status());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "079085123456||Trần Văn Ân|02011985|Nam|1 Đường A, Quận 1|15032021; presented-name",
        "079085123456||Nguyễn Văn Ân|02011985|Nam|2 Đường A|15032021; presented-address",
        "079085123456||Nguyễn Văn Ân|02011985|Nam|1 Đường A, Quận 1|16032021; presented-issue-date",
      })
  void whatMayHaveBeenWrittenOtherwiseIsARemark(String text, String remark) throws Exception {
    present(text);
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.PRESENTED).status());
    assertEquals(List.of(remark), remarks());
  }

  @Test
  void aDg13OfAnotherNumberIsNotTheOneOfTheQrCode() throws Exception {
    // The zone of a short form: its optional data do not hold the number.
    Mrz shortForm =
        Mrz.ofLines(
            "IDVNM0851234564<<<<<<<<<<<<<<<",
            "8501022M4501021VNM<<<<<<<<<<<0",
            "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<");
    DocumentView view =
        view(Optional.of(shortForm), Optional.of(citizen(fields(1, "001085123456"))));
    new PresentedConsistency(view, Policy.COUNTER, findings).judge(new Presented.Qr(QR));
    assertEquals(Status.FAILED, Judged.check(findings, CheckId.PRESENTED).status());
  }

  @Test
  void withoutADg1NothingCanBeCompared() {
    DocumentView view = view(Optional.empty(), Optional.empty());
    new PresentedConsistency(view, Policy.COUNTER, findings).judge(new Presented.Qr(QR));
    assertEquals(
        Optional.of(Reason.NOT_REACHED), Judged.check(findings, CheckId.PRESENTED).reason());
  }

  @Test
  void nothingPresentedIsNothingToCompare() throws Exception {
    new PresentedConsistency(
            view(zone(NUMBER), citizen(fields(1, NUMBER))), Policy.COUNTER, findings)
        .judge(new Presented.Nothing());
    assertEquals(Status.NOT_APPLICABLE, Judged.check(findings, CheckId.PRESENTED).status());
    assertEquals(
        Optional.of(Reason.NOTHING_PRESENTED), Judged.check(findings, CheckId.PRESENTED).reason());
  }

  private void compare(int field, String value) throws Exception {
    new CitizenConsistency(view(zone(NUMBER), citizen(fields(field, value))), findings)
        .judge(Listed.groups(13));
  }

  private void present(String text) throws Exception {
    List<Bytes> fields = fields(9, "1 Đường A, Quận 1");
    new PresentedConsistency(view(zone(NUMBER), citizen(fields)), Policy.COUNTER, findings)
        .judge(new Presented.Qr(text));
  }

  private List<String> remarks() {
    return findings.remarks().stream().map(Remark::id).toList();
  }

  private static DocumentView view(Mrz mrz, CitizenDetails citizen) {
    return view(Optional.of(mrz), Optional.of(citizen));
  }

  private static DocumentView view(Optional<Mrz> mrz, Optional<CitizenDetails> citizen) {
    return new DocumentView(
        mrz,
        citizen,
        GenuineDetails.of(new ParsedFiles(new GenuineFiles())),
        Optional.empty(),
        Set.of());
  }

  private static Mrz zone(String number) throws Exception {
    return zone(number, "VNM");
  }

  private static Mrz zone(String number, String state) throws Exception {
    String document = number.substring(3);
    return Mrz.ofLines(
        "ID" + state + document + Mrz.checkDigit(document) + number + "<<0",
        "8501022M4501021" + state + "<<<<<<<<<<<0",
        "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<");
  }

  private static CitizenDetails citizen(List<Bytes> fields) throws MalformedDocumentException {
    return CitizenDetails.parse(
        tlv(
            0x6D,
            tlv(
                0x30,
                Bytes.ofHex("020101060628D316010008"),
                tlv(0x31, Bytes.concat(fields.toArray(Bytes[]::new))))));
  }

  /** The fields of a citizen card, with another text in one of them. */
  private static List<Bytes> fields(int changed, String value) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                NUMBER,
                "Nguyễn Văn Ân",
                "02/01/1985",
                "Nam",
                "Việt Nam",
                "Kinh",
                "Không",
                "Quê, Tỉnh",
                "Nhà, Phố",
                "Nốt ruồi",
                "15/03/2021",
                "02/01/2045",
                "",
                "",
                "024123456",
                "0123456789ABCDEF"));
    texts.set(changed - 1, value);
    List<Bytes> fields = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Bytes content = texts.get(i).isEmpty() ? Bytes.empty() : tlv(0x0C, text(texts.get(i)));
      fields.add(tlv(0x30, tlv(0x02, Bytes.of((byte) (i + 1))), content));
    }
    return fields;
  }
}
