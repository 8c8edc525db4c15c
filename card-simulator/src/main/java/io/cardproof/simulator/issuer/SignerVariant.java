package io.cardproof.simulator.issuer;

/** Document signers that deviate. */
public enum SignerVariant {
  /** As the profile says. */
  USUAL,

  /** Its certificate ended before it signed. */
  OVER,

  /** Its key has the parameters of a named curve but for the generator (CVE-2020-0601). */
  FORGED_CURVE
}
