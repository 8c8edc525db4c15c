package io.cardproof.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each file differs from a good one in the bytes at one place, without a change of its length: an
 * object is missing where its tag is another one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefectiveFilesTest {
  private SimulatedCard card;

  @BeforeAll
  void issue() throws Exception {
    card = SimulatedCard.builder().persona("eac").seed(4).build();
  }

  @ParameterizedTest(name = "{0}: {3} where {1} + {2} is other: {4}")
  @CsvSource({
    "COM,  60,           0, 61,           FILE_TAG_WRONG",
    "COM,  60,           1, 13,           FILE_LENGTH_WRONG",
    "COM,  60,           1, 60,           FILE_LENGTH_WRONG",
    "COM,  5F0104,       0, 5F02,         LDS_VERSION_MISSING",
    "COM,  5F0104,       3, 30333030,     LDS_VERSION_UNKNOWN",
    "COM,  5F3606,       0, 5F35,         UNICODE_VERSION_MISSING",
    "COM,  5F3606,       3, 303530303030, UNICODE_VERSION_UNKNOWN",
    "COM,  5C,           0, 5D,           COM_LIST_MISSING",
    "DG1,  61,           0, 62,           FILE_TAG_WRONG",
    "DG1,  61,           1, 5C,           FILE_LENGTH_WRONG",
    "DG1,  5F1F,         0, 5F20,         MRZ_MISSING",
    "DG2,  75,           0, 76,           FILE_TAG_WRONG",
    "DG2,  020101,       0, 03,           BIOMETRIC_COUNT_MISSING",
    "DG2,  020101,       2, 02,           BIOMETRIC_COUNT_WRONG",
    "DG2,  87020101,     0, 86,           BIOMETRIC_OWNER_MISSING",
    "DG2,  87020101,     2, 01FF,         BIOMETRIC_OWNER_UNKNOWN",
    "DG2,  88020008,     0, 89,           BIOMETRIC_FORMAT_MISSING",
    "DG2,  88020008,     2, 0009,         BIOMETRIC_FORMAT_UNKNOWN",
    "DG2,  810102,       2, 08,           BIOMETRIC_TYPE_WRONG",
    "DG2,  5F2E,         0, 5F2F,         BIOMETRIC_DATA_MISSING",
    "DG2,  46414300,     0, 504143,       RECORD_FORMAT_WRONG",
    "DG2,  46414300,     4, 303939,       RECORD_VERSION_UNKNOWN",
    "DG2,  46414300,     8, 00000001,     RECORD_LENGTH_WRONG",
    "DG2,  46414300,    14, 00000040,     RECORD_LENGTH_WRONG",
    "DG2,  46414300,    20, 7F,           FACE_SEX_RESERVED",
    "DG2,  46414300,    21, 7F,           FACE_EYE_COLOUR_RESERVED",
    "DG2,  46414300,    22, 7F,           FACE_HAIR_COLOUR_RESERVED",
    "DG2,  46414300,    28, FF,           FACE_POSE_OUT_OF_RANGE",
    "DG2,  46414300,    30, B6,           FACE_POSE_OUT_OF_RANGE",
    "DG2,  46414300,    31, FF,           FACE_POSE_UNCERTAINTY_OUT_OF_RANGE",
    "DG2,  46414300,    33, B6,           FACE_POSE_UNCERTAINTY_OUT_OF_RANGE",
    "DG2,  46414300,    34, 7F,           FACE_IMAGE_KIND_RESERVED",
    "DG2,  46414300,    35, 02,           IMAGE_CODING_RESERVED",
    "DG2,  46414300,    36, 0000,         IMAGE_SIZE_ZERO",
    "DG3,  820109,       0, 83,           BIOMETRIC_SUBTYPE_MISSING",
    "DG3,  820109,       2, FE,           BIOMETRIC_SUBTYPE_INVALID",
    "DG3,  88020007,     2, 0009,         BIOMETRIC_FORMAT_UNKNOWN",
    "DG3,  46495200,     0, 50,           RECORD_FORMAT_WRONG",
    "DG3,  46495200,    29, 06,           IMAGE_CODING_RESERVED",
    "DG3,  46495200,    32, 00000001,     RECORD_LENGTH_WRONG",
    "DG3,  46495200,    41, 0000,         IMAGE_SIZE_ZERO",
    "DG4,  820101,       2, FE,           BIOMETRIC_SUBTYPE_INVALID",
    "DG4,  88020009,     2, 000F,         BIOMETRIC_FORMAT_UNKNOWN",
    "DG4,  49495200,     0, 46495300,     RECORD_FORMAT_WRONG",
    "DG4,  49495200,    21, 0003,         IMAGE_CODING_RESERVED",
    "DG4,  49495200,    56, 00000000,     IMAGE_MISSING RECORD_LENGTH_WRONG",
    "DG14, 6E,           0, 6F,           FILE_TAG_WRONG",
    "DG14, 060A04007F0007020203, 0, 04,    SECURITY_INFO_MALFORMED",
  })
  void aDefectHasItsReason(FileId file, String where, int offset, String bytes, String reasons) {
    List<ContentDefect> defects = ContentConformance.of(file, changed(file, where, offset, bytes));
    assertEquals(
        reasons,
        String.join(" ", defects.stream().map(d -> d.reason().name()).distinct().toList()));
  }

  @ParameterizedTest(name = "line {0}, place {1}: {2} is {3}")
  @CsvSource({
    "1,  1, Z,      MRZ_DOCUMENT_CODE_UNKNOWN",
    "1,  3, D1<,    MRZ_ISSUING_STATE_MALFORMED",
    "1,  3, <<<,    MRZ_ISSUING_STATE_MALFORMED",
    "1,  6, <<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<, MRZ_NAME_MISSING",
    "2, 11, D1<,    MRZ_NATIONALITY_MALFORMED",
    "2, 14, 96A812, MRZ_BIRTH_DATE_MALFORMED",
    "2, 14, 960230, MRZ_BIRTH_DATE_IMPOSSIBLE",
    "2, 14, 970229, MRZ_BIRTH_DATE_IMPOSSIBLE",
    "2, 14, 961301, MRZ_BIRTH_DATE_IMPOSSIBLE",
    "2, 21, K,      MRZ_SEX_INVALID",
    "2, 22, 23A031, MRZ_EXPIRY_MALFORMED",
    "2, 22, 23<<<<, MRZ_EXPIRY_MALFORMED",
    "2, 22, 230231, MRZ_EXPIRY_IMPOSSIBLE",
    "2, 14, 9608<<, ''",
    "2, 14, 96<<12, ''",
    "2, 14, <<0812, ''",
    "2, 14, <<0229, ''",
    "2, 14, 000229, ''",
    "2, 14, <<<<<<, ''",
    "2, 21, <,      ''",
  })
  void aFieldOfTheMachineReadableZoneHasItsReason(int line, int place, String text, String reason) {
    String good =
        "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<<4";
    StringBuilder zone = new StringBuilder(good);
    int at = (line - 1) * 44 + place - 1;
    zone.replace(at, at + text.length(), text);
    Bytes file =
        Bytes.concat(
            Bytes.ofHex("615B5F1F58"),
            Bytes.of(zone.toString().getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        reason.isEmpty() ? List.of() : List.of(Reason.valueOf(reason)),
        ContentConformance.of(FileId.DG1, file).stream().map(ContentDefect::reason).toList());
  }

  @Test
  void theSecondOfTwoFacesCounts() {
    // An announced second face that is not there.
    Bytes two = changed(FileId.DG2, "46414300", 12, "0002");
    assertEquals(
        List.of(Reason.RECORD_LENGTH_WRONG),
        ContentConformance.of(FileId.DG2, two).stream().map(ContentDefect::reason).toList());
  }

  @Test
  void aFrameThatIsCutShortIsSeenInBytesThatNobodySigned() {
    Bytes dg14 = file(FileId.DG14);
    Bytes shorter = dg14.slice(0, dg14.length() - 1);
    assertEquals(
        List.of(new ContentDefect(FileId.DG14, Reason.FILE_LENGTH_WRONG, "byte 0")),
        ContentConformance.ofEnvelope(FileId.DG14, shorter));
    assertEquals(List.of(), ContentConformance.ofEnvelope(FileId.DG14, dg14));
  }

  private Bytes changed(FileId file, String where, int offset, String bytes) {
    Bytes good = file(file);
    Bytes mark = Bytes.ofHex(where);
    int at = 0;
    while (!good.from(at).startsWith(mark)) {
      at++;
    }
    Bytes other = Bytes.ofHex(bytes);
    int start = at + offset;
    return Bytes.concat(good.slice(0, start), other, good.from(start + other.length()));
  }

  private Bytes file(FileId id) {
    return Bytes.of(card.image().file(id.fid()).orElseThrow());
  }
}
