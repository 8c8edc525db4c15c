package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.access.Presented;
import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.AccessRecord.Protocol;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The way in against what the document offers, by every policy")
class DowngradeTest {
  // PACEInfo with Generic Mapping, AES-128: version 2, parameters 12 and 13.
  private static final String OFFER = "31143012060A04007F0007020204020202010202010C";
  private static final String OTHER = "31143012060A04007F0007020204020202010202010D";
  private static final String NONE = "3100";

  @ParameterizedTest(name = "{0} {1}, offered {2}, signed {3}: {4}")
  @CsvSource({
    "counter, NONE, no,  no,    inconclusive no-access-control, open-chip",
    "counter, NONE, no,  offer, inconclusive no-access-control, open-chip",
    "strict,  NONE, no,  no,    not-applicable no-access-control, open-chip",
    "strict,  NONE, no,  offer, inconclusive pace-not-used, access-downgrade",
    "counter, BAC,  no,  no,    not-applicable not-announced, ''",
    "counter, BAC,  yes, no,    not-applicable pace-not-used, access-downgrade",
    "counter, BAC,  no,  offer, not-applicable pace-not-used, access-downgrade",
    "strict,  BAC,  no,  no,    not-applicable basic-access-used, basic-access",
    "strict,  BAC,  yes, no,    inconclusive pace-not-used, access-downgrade",
    "strict,  PACE_GM, yes, no, not-applicable not-announced, ''",
  })
  void accessIsJudgedByWhatIsOfferedAndSigned(
      String policy, Protocol used, String offered, String signed, String check, String remark)
      throws Exception {
    Findings findings = new Findings();
    new Downgrade(Policy.of(policy).orElseThrow(), findings)
        .judge(
            evidence(used, offered.equals("yes")), signed(signed.equals("offer") ? OFFER : NONE));
    assertEquals(check, text(findings));
    assertEquals(remark, remarks(findings));
  }

  @ParameterizedTest(name = "EF.CardAccess {0}, signed {1}: {2}")
  @CsvSource({
    OFFER + ", " + OFFER + ", 'passed ', ''",
    OTHER + ", " + OFFER + ", inconclusive card-access-mismatch, access-downgrade",
    "3105, " + OFFER + ", inconclusive card-access-mismatch, access-downgrade",
    "'', " + OFFER + ", 'passed ', ''",
  })
  void whatPaceWasOfferedWithMustBeWhatIsSigned(
      String cardAccess, String signed, String check, String remark) throws Exception {
    Findings findings = new Findings();
    EvidenceFile[] files =
        cardAccess.isEmpty()
            ? new EvidenceFile[0]
            : new EvidenceFile[] {EvidenceFile.read(FileId.CARD_ACCESS, Bytes.ofHex(cardAccess))};
    new Downgrade(Policy.STRICT, findings)
        .judge(evidence(Protocol.PACE_GM, true, files), signed(signed));
    assertEquals(check, text(findings));
    assertEquals(remark, remarks(findings));
  }

  private static List<SecurityInfos> signed(String hex) throws Exception {
    return List.of(SecurityInfos.parse(Bytes.ofHex(hex)));
  }

  private static String text(Findings findings) {
    Check check = Judged.check(findings, CheckId.DOWNGRADE);
    return check.status().id() + " " + check.reason().map(Reason::id).orElse("");
  }

  private static String remarks(Findings findings) {
    return findings.remarks().stream().map(Remark::id).collect(Collectors.joining(" "));
  }

  private static Evidence evidence(Protocol used, boolean offered, EvidenceFile... files) {
    return new Evidence(
        List.of(files),
        new AccessRecord(used, Optional.empty(), Optional.empty(), OptionalInt.empty(), offered),
        List.of(),
        new Presented.Nothing(),
        new ReaderRecord("none", Bytes.empty()),
        Captures.NOW,
        new ReadingStats(0, 0, 0, 0));
  }
}
