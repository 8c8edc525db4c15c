package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.document.SecurityInfos;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Consequence;
import io.cardproof.verify.Policy;
import io.cardproof.verify.PolicyRule;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy refuses while the chip is being read, rule by rule. */
class AdmissionRulesTest {
  // PACEInfo with Generic Mapping, AES-128: version 2, parameters 12 and 13.
  private static final String OFFER = "31143012060A04007F0007020204020202010202010C";
  private static final String OTHER = "31143012060A04007F0007020204020202010202010D";
  private static final String NONE = "3100";

  @ParameterizedTest(name = "{0}, EF.CardAccess {1}, DG14 {2}: {3}")
  @CsvSource({
    "BAC,  '',  " + NONE + ", ''",
    "BAC,  '',  " + OFFER + ", pace-not-used",
    "PACE, " + OFFER + ", " + OFFER + ", ''",
    "PACE, " + OFFER + ", " + NONE + ", ''",
    "PACE, " + OTHER + ", " + OFFER + ", card-access-mismatch",
    "PACE, 3105, " + OFFER + ", card-access-mismatch",
    "PACE, '', " + OFFER + ", ''",
  })
  void whatDg14AnnouncesIsHeldAgainstTheWayIn(
      String used, String cardAccess, String dg14, String refused) throws Exception {
    Admission admission =
        new Admission(
            Policy.COUNTER
                .with(PolicyRule.PACE_NOT_USED, Consequence.REFUSAL)
                .with(PolicyRule.CARD_ACCESS_MISMATCH, Consequence.REFUSAL));
    FileAnswer file =
        cardAccess.isEmpty()
            ? FileAnswer.refused(0x6A82)
            : new FileAnswer(Bytes.ofHex(cardAccess), Answer.SUCCESS);
    SecurityInfos infos = SecurityInfos.parse(Bytes.ofHex(dg14));
    AccessRecord access = used.equals("PACE") ? pace() : AccessRecord.none();
    if (refused.isEmpty()) {
      admission.announced(access, file, infos);
    } else {
      assertRefused(refused, () -> admission.announced(access, file, infos));
    }
  }

  @Test
  void aRuleThatDoesNotRefuseLetsTheChipBeRead() {
    Admission admission = new Admission(Policy.COUNTER);
    assertDoesNotThrow(() -> admission.basicAccess(true));
    assertDoesNotThrow(() -> admission.basicAccess(false));
    assertDoesNotThrow(admission::openChip);
    assertDoesNotThrow(admission::chipAuthenticationRefused);
  }

  @Test
  void eachRuleRefusesItsOwn() {
    assertRefused("basic-access", () -> refusing(PolicyRule.BASIC_ACCESS).basicAccess(false));
    assertRefused("pace-not-used", () -> refusing(PolicyRule.PACE_NOT_USED).basicAccess(true));
    assertDoesNotThrow(() -> refusing(PolicyRule.BASIC_ACCESS).basicAccess(true));
    assertDoesNotThrow(() -> refusing(PolicyRule.PACE_NOT_USED).basicAccess(false));
    assertRefused("open-chip", () -> refusing(PolicyRule.OPEN_CHIP).openChip());
    assertRefused(
        "weaker-proof", () -> refusing(PolicyRule.WEAKER_PROOF).chipAuthenticationRefused());
  }

  @ParameterizedTest
  @CsvSource({"INCONCLUSIVE, true", "REMARK, false", "ACCEPTED, false"})
  void aPortraitIsReadWhereTheVerdictNeedsIt(Consequence missing, boolean read) {
    Admission admission = new Admission(Policy.COUNTER.with(PolicyRule.PORTRAIT_NOT_READ, missing));
    assertEquals(read ? Set.of() : Set.of(2), admission.skipped());
  }

  private static Admission refusing(PolicyRule rule) {
    return new Admission(Policy.COUNTER.with(rule, Consequence.REFUSAL));
  }

  private static AccessRecord pace() {
    return new AccessRecord(
        AccessRecord.Protocol.PACE_GM,
        Optional.empty(),
        Optional.of("0.4.0.127.0.7.2.2.4.2.2"),
        OptionalInt.of(12),
        true);
  }

  private static void assertRefused(String rule, Executable executable) {
    UnsupportedDocumentException refused =
        assertThrows(UnsupportedDocumentException.class, executable);
    assertEquals("the policy refuses this chip: " + rule, refused.getMessage());
  }
}
