package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Presence;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the chip is the one that the document was made with: every proof that the signed files
 * announce, judged afresh from its transcript, under keys that passive authentication covers.
 */
final class ChipAuthenticity {
  private final Signed signed;
  private final Evidence evidence;
  private final Expectation expectation;
  private final Policy policy;

  ChipAuthenticity(Signed signed, Evidence evidence, Expectation expectation, Policy policy) {
    this.signed = signed;
    this.evidence = evidence;
    this.expectation = expectation;
    this.policy = policy;
  }

  /**
   * What the issuer signed about the chip.
   *
   * @param infos of DG14
   * @param cardSecurity where it is genuine
   */
  record Signed(
      SecurityObject sod,
      GenuineFiles genuine,
      Optional<SecurityInfos> infos,
      Optional<CardSecurity> cardSecurity) {
    boolean lists(FileId id) {
      return sod.hashes().containsKey(id.dataGroupNumber().orElseThrow());
    }

    /** Why the key in a listed file is not at hand. */
    Reason unreadKey(FileId id, Evidence evidence) {
      return evidence.file(id).isPresent()
          ? Reason.KEY_NOT_COVERED
          : Reason.CHIP_PROOF_NOT_OBTAINED;
    }
  }

  /** Judges all proofs and says whom they convince. */
  Presence judge(Findings findings) {
    Check mapping = new MappingProof(signed, evidence, findings).judge();
    Check chip = new ChipAuthenticationProof(signed, evidence, findings).judge();
    Check active = new ActiveAuthenticationProof(signed, evidence, expectation, findings).judge();
    boolean witnessed = Stream.of(mapping, chip, active).anyMatch(ChipAuthenticity::passed);
    boolean proven = passed(active) && expectation.challenge().isPresent();
    if (demandsProof() && !proven && active.status() != Status.FAILED) {
      active =
          Check.inconclusive(
              CheckId.ACTIVE_AUTHENTICATION,
              Reason.PRESENCE_NOT_PROVEN,
              Clauses.ACTIVE_AUTHENTICATION);
    }
    if (announcesNothing(mapping, chip, active)) {
      chip = noProof(findings);
    }
    findings.add(excusedBesidePassed(mapping, witnessed, findings));
    findings.add(excusedBesidePassed(chip, witnessed, findings));
    findings.add(
        expectation.challenge().isPresent()
            ? active
            : excusedBesidePassed(active, witnessed, findings));
    if (proven) {
      return Presence.PROVEN;
    }
    if (policy.on(PolicyRule.PRESENCE_NOT_PROVEN) == Consequence.REMARK) {
      findings.remark("presence-not-proven", "nobody but this terminal can rely on the proof");
    }
    return witnessed ? Presence.WITNESSED : Presence.NONE;
  }

  private boolean demandsProof() {
    return expectation.demandsProvenPresence()
        || policy.on(PolicyRule.PRESENCE_NOT_PROVEN).leavesOpen();
  }

  // What the chip refuses, or nobody here speaks, does not undo another proof that passed.
  private static Check excusedBesidePassed(Check check, boolean witnessed, Findings findings) {
    Reason reason = check.reason().orElse(Reason.NOT_ANNOUNCED);
    if (!isExcusable(check.id(), reason)) {
      return check;
    }
    if (!witnessed) {
      return reason == Reason.CHIP_PROOF_REFUSED
          ? Check.inconclusive(check.id(), Reason.CHIP_PROOF_NOT_OBTAINED, check.clause())
          : check;
    }
    findings.remark(reason.id(), check.id().value() + " was announced and not obtained");
    return Check.notApplicable(check.id(), reason, check.clause());
  }

  // Mapping belongs to one way of access; the chip was opened by another.
  private static boolean isExcusable(CheckId id, Reason reason) {
    return reason == Reason.CHIP_PROOF_REFUSED
        || reason == Reason.ALGORITHM_UNSUPPORTED
        || (reason == Reason.CHIP_PROOF_NOT_OBTAINED && id.equals(CheckId.PACE_CAM));
  }

  private Check noProof(Findings findings) {
    Consequence consequence = policy.on(PolicyRule.CHIP_PROOF_NONE);
    if (consequence.leavesOpen()) {
      return Check.inconclusive(
          CheckId.CHIP_AUTHENTICATION, Reason.CHIP_PROOF_NONE, Clauses.CHIP_AUTHENTICATION);
    }
    if (consequence == Consequence.REMARK) {
      findings.remark("chip-proof-none", "nothing proves that the chip is no copy");
    }
    return Check.notApplicable(
        CheckId.CHIP_AUTHENTICATION, Reason.CHIP_PROOF_NONE, Clauses.CHIP_AUTHENTICATION);
  }

  private static boolean announcesNothing(Check mapping, Check chip, Check active) {
    return is(mapping, Reason.NOT_ANNOUNCED)
        && is(chip, Reason.NOT_ANNOUNCED)
        && (is(active, Reason.NOT_ANNOUNCED) || is(active, Reason.PRESENCE_NOT_PROVEN));
  }

  private static boolean is(Check check, Reason reason) {
    return check.reason().filter(reason::equals).isPresent();
  }

  private static boolean passed(Check check) {
    return check.status() == Status.PASSED;
  }
}
