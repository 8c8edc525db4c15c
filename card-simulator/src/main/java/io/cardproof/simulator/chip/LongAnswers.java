package io.cardproof.simulator.chip;

/** What the chip does with an answer that is longer than a short response, ISO/IEC 7816-4 §5.3. */
public enum LongAnswers {
  /** Gives it to a command of extended length, and 6700 to others. */
  EXTENDED,

  /** Cuts it before protection: 61xx inside, the rest by protected GET RESPONSE. */
  CHAINED_INSIDE,

  /** Protects it as a whole and cuts that: 61xx outside, the rest by plain GET RESPONSE. */
  CHAINED_OUTSIDE
}
