package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.PaceOffers;
import io.cardproof.document.SecurityInfos;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.verify.Consequence;
import io.cardproof.verify.Policy;
import io.cardproof.verify.PolicyRule;
import java.util.List;
import java.util.Set;

/**
 * What the policy lets be read. It is asked as soon as a situation is known, so that a chip that is
 * refused gives no more of its holder away than it had to.
 */
final class Admission {
  private static final Set<Integer> PORTRAIT = Set.of(FileId.DG2.dataGroupNumber().orElseThrow());

  private final Policy policy;

  Admission(Policy policy) {
    this.policy = policy;
  }

  /** The policy's name, for the evidence. */
  String policy() {
    return policy.id();
  }

  /**
   * Before BAC: {@code paceOffered} says that EF.CardAccess offers a PACE that nobody here runs.
   */
  void basicAccess(boolean paceOffered) throws UnsupportedDocumentException {
    refuse(paceOffered ? PolicyRule.PACE_NOT_USED : PolicyRule.BASIC_ACCESS, Step.BAC);
  }

  /** Before files are read in the clear. */
  void openChip() throws UnsupportedDocumentException {
    refuse(PolicyRule.OPEN_CHIP, Step.SELECT_APPLICATION);
  }

  /** As soon as DG14 is there: whether its hash matches is the verifier's to say. */
  void announced(AccessRecord access, FileAnswer cardAccess, SecurityInfos dg14)
      throws UnsupportedDocumentException {
    if (dg14.pace().isEmpty()) {
      return;
    }
    if (access.oid().isEmpty()) {
      refuse(PolicyRule.PACE_NOT_USED, Step.READ_FILE);
    } else if (differs(cardAccess, dg14)) {
      refuse(PolicyRule.CARD_ACCESS_MISMATCH, Step.READ_FILE);
    }
  }

  /** When the chip has refused Chip Authentication, before it is asked for anything weaker. */
  void chipAuthenticationRefused() throws UnsupportedDocumentException {
    refuse(PolicyRule.WEAKER_PROOF, Step.CHIP_AUTHENTICATION);
  }

  /** The data groups that need not be read, so that time is saved. */
  Set<Integer> skipped() {
    Consequence missing = policy.on(PolicyRule.PORTRAIT_NOT_READ);
    boolean needed = missing == Consequence.INCONCLUSIVE || missing == Consequence.REFUSAL;
    return needed ? Set.of() : PORTRAIT;
  }

  private void refuse(PolicyRule rule, Step step) throws UnsupportedDocumentException {
    if (policy.on(rule) == Consequence.REFUSAL) {
      throw new UnsupportedDocumentException(
          ErrorCode.REFUSED_BY_POLICY, step, "the policy refuses this chip: " + rule.id());
    }
  }

  private static boolean differs(FileAnswer cardAccess, SecurityInfos dg14) {
    try {
      return cardAccess.isRead()
          && !PaceOffers.agree(SecurityInfos.parse(cardAccess.content()), List.of(dg14));
    } catch (MalformedDocumentException e) {
      return true;
    }
  }
}
