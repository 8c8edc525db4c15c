package io.cardproof.chip;

import java.util.List;

/**
 * How much to ask for in one READ BINARY: as much as possible, and one rung less whenever the chip
 * refuses the length. What worked is kept for the rest of the inspection.
 */
final class ReadLadder {
  private static final int MAXIMUM = 65_536;
  // 223 is the most that a protected answer within a short APDU carries under AES.
  private static final int SHORT = 223;
  // 256 would be said as a short Le, into which a protected answer of that length does not fit.
  private static final List<Integer> RUNGS = List.of(MAXIMUM, 255, SHORT, 160, 128, 112);

  private int rung;

  /** The plain bytes to ask for, when the channel carries {@code largest} at most. */
  int length(int largest) {
    return Math.min(RUNGS.get(rung), largest);
  }

  /** One rung down; false at the lowest. */
  boolean lower() {
    if (rung + 1 == RUNGS.size()) {
      return false;
    }
    rung++;
    return true;
  }

  /** Down to what fits short APDUs, unless it is lower already. */
  boolean lowerToShort() {
    if (!usesExtendedLength()) {
      return lower();
    }
    rung = RUNGS.indexOf(SHORT);
    return true;
  }

  /** Whether reads need extended length on a protected channel. */
  boolean usesExtendedLength() {
    return RUNGS.get(rung) > SHORT;
  }
}
