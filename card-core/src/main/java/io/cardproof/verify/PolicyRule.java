package io.cardproof.verify;

import java.util.Locale;

/**
 * The situations that a {@link Policy} decides about. In each of them nothing is forged: a wrong
 * signature, a changed file, a clone, or a weak algorithm is never a matter of policy.
 */
public enum PolicyRule {
  /** The document announces nothing that proves its chip. */
  CHIP_PROOF_NONE(Consequence.INCONCLUSIVE),
  /** Nobody but this terminal can rely on the chip's proof: there is none over a challenge. */
  PRESENCE_NOT_PROVEN(Consequence.INCONCLUSIVE),
  /** The portrait, DG2, is listed and was not read. Where it may be missing it is not read. */
  PORTRAIT_NOT_READ(Consequence.INCONCLUSIVE),
  /** DG3 or DG4 is listed and opens to authorised terminals only, ICAO 9303-11 §7.1. */
  TERMINAL_FILES_NOT_READ(Consequence.INCONCLUSIVE),
  /** A terminal that has keys for DG3 and DG4 was not let at them, TR-03110-1 §3.5. */
  TERMINAL_NOT_ACCEPTED(Consequence.INCONCLUSIVE),
  /** The chip was opened by BAC, and it announces nothing better. */
  BASIC_ACCESS(Consequence.REFUSAL),
  /** The chip was opened in another way although it announces PACE, ICAO 9303-11 §4.2. */
  PACE_NOT_USED(Consequence.REFUSAL),
  /** EF.CardAccess offers other PACE variants than the signed files, ICAO 9303-11 §9.2.11. */
  CARD_ACCESS_MISMATCH(Consequence.REFUSAL),
  /** Chip Authentication or PACE-CAM is announced, and only Active Authentication passed. */
  WEAKER_PROOF(Consequence.REFUSAL),
  /** The chip opened without any access control. */
  OPEN_CHIP(Consequence.REFUSAL),
  /** A file is as its issuer signed it, and not as the standards lay it out, ICAO 9303-10 §4.7. */
  CONTENT_DEFECT(Consequence.FAILURE),
  /** The machine readable zone that was presented has another name than DG1. */
  PRESENTED_NAME_DIFFERS(Consequence.FAILURE);

  // What is known only when everything has been read comes too late to refuse reading.
  private final Consequence harshest;

  PolicyRule(Consequence harshest) {
    this.harshest = harshest;
  }

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a policy may say {@code consequence} of it. */
  public boolean allows(Consequence consequence) {
    return consequence.compareTo(harshest) <= 0
        && (consequence != Consequence.FAILURE || harshest == Consequence.FAILURE);
  }
}
