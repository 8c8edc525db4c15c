package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strongest proof that a document announces against those that passed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofStrengthTest {
  // PACEInfo of Chip Authentication Mapping, AES-128, and of Generic Mapping.
  private static final String MAPPING = "31143012060A04007F0007020204060202010202010C";
  private static final String GENERIC = "31143012060A04007F0007020204020202010202010C";

  private Bytes withKey = Bytes.empty();

  @BeforeAll
  void capture() throws Exception {
    withKey =
        SecurityInfos.forDg14(Captures.of("cccd-2021").evidence().file(FileId.DG14).orElseThrow())
            .raw();
  }

  @ParameterizedTest(name = "{0}, announced {1}, passed {2}: {3}")
  @CsvSource({
    "counter, key,     chip-authentication,   'passed ', ''",
    "counter, mapping, pace-cam,              'passed ', ''",
    "counter, key,     active-authentication, not-applicable weaker-proof-used, weaker-proof",
    "strict,  key,     active-authentication, inconclusive weaker-proof-used, weaker-proof",
    "strict,  mapping, active-authentication, inconclusive weaker-proof-used, weaker-proof",
    "strict,  key,     '',                    not-applicable not-reached, ''",
    "strict,  generic, active-authentication, not-applicable not-announced, ''",
    "strict,  none,    active-authentication, not-applicable not-announced, ''",
  })
  void theStrongestAnnouncedProofIsWanted(
      String policy, String announced, String passed, String check, String remark)
      throws Exception {
    Findings findings = new Findings();
    for (CheckId id :
        List.of(CheckId.CHIP_AUTHENTICATION, CheckId.PACE_CAM, CheckId.ACTIVE_AUTHENTICATION)) {
      findings.add(
          id.value().equals(passed)
              ? Check.passed(id, "clause")
              : Check.notApplicable(id, Reason.NOT_ANNOUNCED, "clause"));
    }
    new ProofStrength(Policy.of(policy).orElseThrow(), findings).judge(infos(announced));
    Check judged = Judged.check(findings, CheckId.PROOF_DOWNGRADE);
    assertEquals(check, judged.status().id() + " " + judged.reason().map(Reason::id).orElse(""));
    assertEquals(
        remark, findings.remarks().stream().map(Remark::id).collect(Collectors.joining(" ")));
  }

  private List<SecurityInfos> infos(String announced) throws Exception {
    return switch (announced) {
      case "key" -> List.of(SecurityInfos.parse(withKey));
      case "mapping" -> List.of(SecurityInfos.parse(Bytes.ofHex(MAPPING)));
      case "generic" -> List.of(SecurityInfos.parse(Bytes.ofHex(GENERIC)));
      default -> List.of();
    };
  }
}
