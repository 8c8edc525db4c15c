package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.PaceOffers;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Whether the chip was opened as well as it can be: somebody between chip and terminal may have
 * hidden PACE, since EF.CardAccess is not signed. Its copies in DG14 and in EF.CardSecurity are,
 * ICAO 9303-11 §9.2.11.
 */
final class Downgrade {
  private final Policy policy;
  private final Findings findings;

  Downgrade(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /**
   * @param signed what the signed files announce, as far as they are genuine and readable
   */
  void judge(Evidence evidence, List<SecurityInfos> signed) {
    boolean announced = signed.stream().anyMatch(infos -> !infos.pace().isEmpty());
    switch (evidence.access().protocol()) {
      case NONE -> open(announced);
      case BAC -> basic(announced || evidence.access().paceOffered());
      default -> pace(evidence, signed, announced);
    }
  }

  private void open(boolean paceAnnounced) {
    boolean worse =
        paceAnnounced
            && policy.on(PolicyRule.PACE_NOT_USED).compareTo(policy.on(PolicyRule.OPEN_CHIP)) > 0;
    if (worse) {
      paceNotUsed();
    } else {
      decided(
          PolicyRule.OPEN_CHIP,
          Reason.NO_ACCESS_CONTROL,
          new Remark("open-chip", "the chip opens to everybody, without any access control"));
    }
  }

  private void basic(boolean paceAnnounced) {
    if (paceAnnounced) {
      paceNotUsed();
    } else if (policy.on(PolicyRule.BASIC_ACCESS) == Consequence.ACCEPTED) {
      findings.notApplicable(CheckId.DOWNGRADE, Reason.NOT_ANNOUNCED, Clauses.ACCESS);
    } else {
      decided(
          PolicyRule.BASIC_ACCESS,
          Reason.BASIC_ACCESS_USED,
          new Remark("basic-access", "the chip offers BAC only, which a listener can break"));
    }
  }

  private void paceNotUsed() {
    decided(
        PolicyRule.PACE_NOT_USED,
        Reason.PACE_NOT_USED,
        downgraded("the document announces PACE, and it was not used"));
  }

  private void pace(Evidence evidence, List<SecurityInfos> signed, boolean announced) {
    if (!announced) {
      findings.notApplicable(CheckId.DOWNGRADE, Reason.NOT_ANNOUNCED, Clauses.ACCESS);
    } else if (differs(evidence, signed)) {
      decided(
          PolicyRule.CARD_ACCESS_MISMATCH,
          Reason.CARD_ACCESS_MISMATCH,
          downgraded("EF.CardAccess offers other PACE variants than the signed files"));
    } else {
      findings.passed(CheckId.DOWNGRADE, Clauses.ACCESS);
    }
  }

  private static Remark downgraded(String detail) {
    return new Remark("access-downgrade", detail);
  }

  private void decided(PolicyRule rule, Reason reason, Remark remark) {
    findings.decided(policy.on(rule), CheckId.DOWNGRADE, reason, Clauses.ACCESS, remark);
  }

  private static boolean differs(Evidence evidence, List<SecurityInfos> signed) {
    Optional<Bytes> cardAccess = evidence.file(FileId.CARD_ACCESS);
    if (cardAccess.isEmpty()) {
      return false;
    }
    try {
      return !PaceOffers.agree(SecurityInfos.parse(cardAccess.get()), signed);
    } catch (MalformedDocumentException e) {
      return true;
    }
  }
}
