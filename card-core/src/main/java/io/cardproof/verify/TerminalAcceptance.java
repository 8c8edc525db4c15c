package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.evidence.TerminalRecord;

/**
 * Whether the chip let the terminal at what it opens to authorised terminals, TR-03110-1 §3.5. A
 * chip that does not is no less genuine: at worst the verdict stays open.
 */
final class TerminalAcceptance {
  private final Policy policy;
  private final Findings findings;

  TerminalAcceptance(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  void judge(TerminalRecord terminal) {
    switch (terminal.outcome()) {
      case PASSED ->
          findings.passed(CheckId.TERMINAL_AUTHENTICATION, Clauses.TERMINAL_AUTHENTICATION);
      case NOT_NEEDED -> notApplicable(Reason.NOT_ANNOUNCED);
      // The check of the chip itself says why.
      case CHIP_AUTHENTICATION_NEEDED -> refused(Reason.NOT_REACHED);
      case AUTHORITY_UNKNOWN -> refused(Reason.TERMINAL_AUTHORITY_UNKNOWN);
      case AUTHORITY_MISPLACED -> refused(Reason.TERMINAL_AUTHORITY_MISPLACED);
      case CERTIFICATE_MISSING -> refused(Reason.TERMINAL_CERTIFICATE_MISSING);
      case KEY_MISMATCH -> refused(Reason.TERMINAL_KEY_MISMATCH);
      case CERTIFICATE_INVALID -> refused(Reason.TERMINAL_CERTIFICATE_INVALID);
      case AUTHORITY_REFUSED -> refused(Reason.TERMINAL_AUTHORITY_REFUSED);
      case CERTIFICATE_EXPIRED -> refused(Reason.TERMINAL_CERTIFICATE_EXPIRED);
      case CERTIFICATE_REFUSED -> refused(Reason.TERMINAL_CERTIFICATE_REFUSED);
      case CHALLENGE_INVALID -> refused(Reason.TERMINAL_CHALLENGE_INVALID);
      case KEY_UNUSABLE -> refused(Reason.TERMINAL_KEY_UNUSABLE);
      case TERMINAL_REFUSED -> refused(Reason.TERMINAL_REFUSED);
    }
  }

  private void notApplicable(Reason reason) {
    findings.notApplicable(
        CheckId.TERMINAL_AUTHENTICATION, reason, Clauses.TERMINAL_AUTHENTICATION);
  }

  private void refused(Reason reason) {
    findings.decided(
        policy.on(PolicyRule.TERMINAL_NOT_ACCEPTED),
        CheckId.TERMINAL_AUTHENTICATION,
        reason,
        Clauses.TERMINAL_AUTHENTICATION,
        new Remark(
            "terminal-not-accepted", "the chip did not let the terminal at fingers and irises"));
  }
}
