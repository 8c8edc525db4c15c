package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.access.Presented;
import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.document.FileId;
import io.cardproof.document.Mrz;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each file: of its hash, of its absence, and of content that cannot be read. */
class FileRulesTest {
  private static final Bytes CONTENT = Bytes.ofHex("6301AA");
  private static final Bytes OTHER = Bytes.ofHex("6301BB");

  private final Findings findings = new Findings();

  @Test
  void aFileIsGenuineByItsHashAlone() throws Exception {
    SecurityObject sod =
        Listed.hashes(Listed.SHA_256, Map.of(1, zone("UTO").sha256(), 2, CONTENT.sha256()));
    FileHashes.Result result =
        FileHashes.compare(evidence(dg(1, zone("UTO")), dg(2, OTHER)), sod, Policy.COUNTER);
    assertEquals(Status.PASSED, of(result, 1).status());
    assertEquals(Optional.of(Reason.HASH_MISMATCH), of(result, 2).reason());
    assertEquals(Optional.of(zone("UTO")), result.genuine().get(FileId.DG1));
    assertEquals(Optional.empty(), result.genuine().get(FileId.DG2));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "1.2.840.113549.2.5, failed, ALGORITHM_NOT_ALLOWED",
    "1.2.3.4, inconclusive, ALGORITHM_UNSUPPORTED"
  })
  void aHashThatIsNotBelievedMakesNothingGenuine(String oid, String status, Reason reason)
      throws Exception {
    FileHashes.Result result =
        FileHashes.compare(
            evidence(dg(1, CONTENT)),
            Listed.hashes(oid, Map.of(1, CONTENT.sha256())),
            Policy.COUNTER);
    assertEquals(status, of(result, 1).status().id());
    assertEquals(Optional.of(reason), of(result, 1).reason());
    assertEquals(Optional.empty(), result.genuine().get(FileId.DG1));
  }

  @ParameterizedTest(name = "{0}, DG{1} not read: {2} {3}")
  @CsvSource({
    "UTO, 2, inconclusive, FILE_NOT_READ",
    "UTO, 3, not-applicable, TERMINAL_AUTHENTICATION_NEEDED",
    "UTO, 4, not-applicable, TERMINAL_AUTHENTICATION_NEEDED",
    "UTO, 7, not-applicable, FILE_NOT_REQUIRED",
    "UTO, 13, not-applicable, FILE_NOT_REQUIRED",
    "UTO, 14, inconclusive, FILE_NOT_READ",
    "UTO, 15, inconclusive, FILE_NOT_READ",
    "VNM, 13, inconclusive, FILE_NOT_READ",
    "VNM, 16, not-applicable, FILE_NOT_REQUIRED",
    "none, 1, inconclusive, FILE_NOT_READ",
    "none, 13, not-applicable, NOT_REACHED",
    "odd, 13, not-applicable, FILE_NOT_REQUIRED",
  })
  void aFileThatWasNotReadIsMissedWhereItMatters(
      String state, int number, String status, Reason reason) throws Exception {
    Map<Integer, Bytes> listed = new LinkedHashMap<>();
    EvidenceFile[] read = {};
    if (!state.equals("none")) {
      Bytes dg1 = state.equals("odd") ? CONTENT : zone(state);
      listed.put(1, dg1.sha256());
      read = new EvidenceFile[] {dg(1, dg1)};
    }
    listed.put(number, CONTENT.sha256());
    FileHashes.Result result =
        FileHashes.compare(evidence(read), Listed.hashes(Listed.SHA_256, listed), Policy.COUNTER);
    assertEquals(status, of(result, number).status().id());
    assertEquals(Optional.of(reason), of(result, number).reason());
    assertEquals(List.of(), result.remarks());
  }

  @Test
  void aPortraitThatMayBeMissingIsARemarkOnceThePolicyWantsOne() throws Exception {
    SecurityObject sod = Listed.hashes(Listed.SHA_256, Map.of(2, CONTENT.sha256()));
    Policy remark = Policy.COUNTER.with(PolicyRule.PORTRAIT_NOT_READ, Consequence.REMARK);
    FileHashes.Result remarked = FileHashes.compare(evidence(), sod, remark);
    assertEquals(Optional.of(Reason.FILE_NOT_REQUIRED), of(remarked, 2).reason());
    assertEquals(
        List.of("portrait-not-read"), remarked.remarks().stream().map(Remark::id).toList());
    Policy accepted = Policy.COUNTER.with(PolicyRule.PORTRAIT_NOT_READ, Consequence.ACCEPTED);
    FileHashes.Result silent = FileHashes.compare(evidence(), sod, accepted);
    assertEquals(Optional.of(Reason.FILE_NOT_REQUIRED), of(silent, 2).reason());
    assertEquals(List.of(), silent.remarks());
  }

  @Test
  void aSecurityObjectWithoutDg1LeavesTheVerdictOpen() throws Exception {
    SecurityObject sod = Listed.hashes(Listed.SHA_256, Map.of(2, CONTENT.sha256()));
    FileHashes.Result result = FileHashes.compare(evidence(dg(2, CONTENT)), sod, Policy.COUNTER);
    assertEquals(Optional.of(Reason.FILE_NOT_LISTED), of(result, 1).reason());
    assertEquals(Status.INCONCLUSIVE, of(result, 1).status());
  }

  @ParameterizedTest(name = "{0} unreadable: {1}")
  @CsvSource({
    "DG2, portrait-unreadable",
    "DG3, file-unreadable",
    "DG7, file-unreadable",
    "DG11, file-unreadable",
    "DG12, file-unreadable",
    "DG16, file-unreadable",
    "DG14, ''",
  })
  void contentThatIsAsSignedAndCannotBeReadIsARemark(FileId id, String remark) throws Exception {
    judge(evidence(), Set.of(id));
    assertEquals(remark.isEmpty() ? List.of() : List.of(remark), remarks());
  }

  @Test
  void aDg1ThatCannotBeReadLeavesTheVerdictOpen() throws Exception {
    judge(evidence(), Set.of(FileId.DG1));
    assertEquals(Optional.of(Reason.FILE_MALFORMED), Judged.check(findings, CheckId.MRZ).reason());
    assertEquals(Status.INCONCLUSIVE, Judged.check(findings, CheckId.MRZ).status());
  }

  @Test
  void withoutDg1NeitherZoneNorIssuerIsReached() throws Exception {
    judge(evidence(), Set.of());
    assertEquals(Optional.of(Reason.NOT_REACHED), Judged.check(findings, CheckId.MRZ).reason());
    assertEquals(Status.NOT_APPLICABLE, Judged.check(findings, CheckId.MRZ).status());
    assertEquals(Optional.of(Reason.NOT_REACHED), Judged.check(findings, CheckId.ISSUER).reason());
    assertEquals(Status.NOT_APPLICABLE, Judged.check(findings, CheckId.ISSUER).status());
  }

  @Test
  void aFileThatNobodySignedIsNamedUnlessItIsEmptyOrNoneOfTheHolders() throws Exception {
    judge(
        evidence(
            dg(1, CONTENT),
            dg(15, CONTENT),
            EvidenceFile.refused(FileId.DG16, 0x6A82),
            EvidenceFile.read(FileId.CARD_ACCESS, CONTENT)),
        Set.of());
    assertEquals(List.of("file-not-listed"), remarks());
    assertEquals(Status.PASSED, Judged.check(findings, CheckId.FILES).status());
  }

  @Test
  void aListOfFilesThatCannotBeReadIsARemark() throws Exception {
    judge(evidence(EvidenceFile.read(FileId.COM, CONTENT)), Set.of());
    assertEquals(List.of("com-malformed"), remarks());
  }

  private void judge(Evidence evidence, Set<FileId> malformed) throws Exception {
    DocumentView view =
        new DocumentView(
            Optional.empty(),
            Optional.empty(),
            GenuineDetails.of(new ParsedFiles(new GenuineFiles())),
            Optional.empty(),
            malformed);
    new Consistency(view, Policy.COUNTER, findings)
        .judge(
            evidence, Listed.hashes(Listed.SHA_256, Map.of(1, CONTENT.sha256())), Optional.empty());
  }

  private List<String> remarks() {
    return findings.remarks().stream().map(Remark::id).toList();
  }

  private static Check of(FileHashes.Result result, int number) {
    return result.checks().stream()
        .filter(check -> check.id().equals(CheckId.hash(FileId.dataGroup(number))))
        .findFirst()
        .orElseThrow();
  }

  private static EvidenceFile dg(int number, Bytes content) {
    return EvidenceFile.read(FileId.dataGroup(number), content);
  }

  /** DG1 of an identity card of this state. */
  private static Bytes zone(String state) throws Exception {
    String lines =
        "ID"
            + state
            + "D231458907<<<<<<<<<<<<<<<"
            + "7408122F1204159"
            + state
            + "<<<<<<<<<<<6"
            + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    Bytes text = Bytes.of(lines.getBytes(StandardCharsets.US_ASCII));
    Bytes dg1 = Bytes.concat(Bytes.ofHex("615D5F1F5A"), text);
    assertEquals(state, Mrz.parseDg1(dg1).issuingState());
    return dg1;
  }

  private static Evidence evidence(EvidenceFile... files) {
    return new Evidence(
        Arrays.asList(files),
        AccessRecord.none(),
        List.of(),
        new Presented.Nothing(),
        new ReaderRecord("none", Bytes.empty()),
        Captures.NOW,
        new ReadingStats(0, 0, 0, 0));
  }
}
