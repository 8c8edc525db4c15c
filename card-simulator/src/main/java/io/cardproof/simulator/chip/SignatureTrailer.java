package io.cardproof.simulator.chip;

/** How a signature of ISO/IEC 9796-2 ends, and with it names its hash or not. */
public enum SignatureTrailer {
  /** One byte, BC: the hash is known from elsewhere. */
  IMPLICIT,

  /** Two bytes: the hash identifier of ISO/IEC 10118, then CC. */
  EXPLICIT,

  /** Two bytes, 3F and CC: no hash has that identifier. */
  UNKNOWN
}
