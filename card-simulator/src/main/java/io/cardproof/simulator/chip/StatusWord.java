package io.cardproof.simulator.chip;

/** The status words of ISO/IEC 7816-4 §5.6 that this chip answers. */
final class StatusWord {
  static final int OK = 0x9000;

  /** The low byte says how much is left. */
  static final int MORE_DATA = 0x6100;

  static final int WARNING_AUTHENTICATION_FAILED = 0x6300;

  /** The low half-byte says how many tries are left. */
  static final int TRIES_LEFT = 0x63C0;

  static final int WRONG_LENGTH = 0x6700;
  static final int LAST_OF_CHAIN_EXPECTED = 0x6883;
  static final int CHAINING_NOT_SUPPORTED = 0x6884;
  static final int SECURITY_NOT_SATISFIED = 0x6982;
  static final int AUTHENTICATION_BLOCKED = 0x6983;
  static final int CONDITIONS_NOT_SATISFIED = 0x6985;
  static final int NO_CURRENT_FILE = 0x6986;
  static final int PROTECTION_MISSING = 0x6987;
  static final int PROTECTION_WRONG = 0x6988;
  static final int WRONG_DATA = 0x6A80;
  static final int FILE_NOT_FOUND = 0x6A82;
  static final int WRONG_P1_P2 = 0x6A86;
  static final int REFERENCE_NOT_FOUND = 0x6A88;
  static final int OFFSET_PAST_END = 0x6B00;
  static final int EXACT_LENGTH = 0x6C00;
  static final int UNKNOWN_INSTRUCTION = 0x6D00;
  static final int UNKNOWN_CLASS = 0x6E00;
  static final int INTERNAL_ERROR = 0x6F00;

  private StatusWord() {}
}
