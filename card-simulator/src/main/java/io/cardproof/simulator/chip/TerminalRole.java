package io.cardproof.simulator.chip;

/** Who may be in a chain of inspection systems, TR-03110-3 §C.4.1. */
public enum TerminalRole {
  /** A terminal that reads. */
  INSPECTION_SYSTEM(0x00),

  /** A document verifier of another state. */
  FOREIGN_VERIFIER(0x40),

  /** A document verifier of the issuing state. */
  DOMESTIC_VERIFIER(0x80),

  /** The country verifying certification authority. */
  AUTHORITY(0xC0);

  private static final int MASK = 0xC0;

  private final int bits;

  TerminalRole(int bits) {
    this.bits = bits;
  }

  /** The role's bits in an authorization, the upper two of the byte. */
  public int bits() {
    return bits;
  }

  static TerminalRole of(int authorization) {
    return switch (authorization & MASK) {
      case 0xC0 -> AUTHORITY;
      case 0x80 -> DOMESTIC_VERIFIER;
      case 0x40 -> FOREIGN_VERIFIER;
      default -> INSPECTION_SYSTEM;
    };
  }

  /** Authorities certify their successors and verifiers, verifiers certify inspection systems. */
  boolean certifies(TerminalRole holder) {
    return switch (this) {
      case AUTHORITY -> holder != INSPECTION_SYSTEM;
      case DOMESTIC_VERIFIER, FOREIGN_VERIFIER -> holder == INSPECTION_SYSTEM;
      case INSPECTION_SYSTEM -> false;
    };
  }
}
