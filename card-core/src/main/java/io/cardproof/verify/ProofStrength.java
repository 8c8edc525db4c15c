package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.document.SecurityInfos;
import java.util.List;

/**
 * Whether the strongest proof that the document announces was obtained: Chip Authentication and
 * PACE-CAM tie the whole channel to the chip, Active Authentication one moment of it.
 */
final class ProofStrength {
  private static final String CHIP_AUTHENTICATION_MAPPING = "0.4.0.127.0.7.2.2.4.6.";

  private final Policy policy;
  private final Findings findings;

  ProofStrength(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /** Judges after the proofs themselves. */
  void judge(List<SecurityInfos> signed) {
    if (signed.stream().noneMatch(ProofStrength::announcesStrong)) {
      findings.notApplicable(
          CheckId.PROOF_DOWNGRADE, Reason.NOT_ANNOUNCED, Clauses.CHIP_AUTHENTICATION);
    } else if (findings.passed(CheckId.CHIP_AUTHENTICATION) || findings.passed(CheckId.PACE_CAM)) {
      findings.passed(CheckId.PROOF_DOWNGRADE, Clauses.CHIP_AUTHENTICATION);
    } else if (findings.passed(CheckId.ACTIVE_AUTHENTICATION)) {
      findings.decided(
          policy.on(PolicyRule.WEAKER_PROOF),
          CheckId.PROOF_DOWNGRADE,
          Reason.WEAKER_PROOF_USED,
          Clauses.CHIP_AUTHENTICATION,
          new Remark(
              "weaker-proof", "a stronger proof of the chip is announced than the one made"));
    } else {
      findings.notApplicable(
          CheckId.PROOF_DOWNGRADE, Reason.NOT_REACHED, Clauses.CHIP_AUTHENTICATION);
    }
  }

  private static boolean announcesStrong(SecurityInfos infos) {
    return !infos.chipAuthenticationKeys().isEmpty()
        || infos.pace().stream()
            .anyMatch(offer -> offer.oid().startsWith(CHIP_AUTHENTICATION_MAPPING));
  }
}
