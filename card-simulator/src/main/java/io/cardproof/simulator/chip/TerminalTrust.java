package io.cardproof.simulator.chip;

import java.time.LocalDate;
import java.util.List;

/**
 * What Terminal Authentication starts from when the chip is issued.
 *
 * @param trustPoints certificates of the verifying authority, the current one first
 * @param currentDate the latest date that the chip knows to be past
 */
record TerminalTrust(List<byte[]> trustPoints, LocalDate currentDate) {
  private static final int MOST_TRUST_POINTS = 2;

  TerminalTrust {
    if (trustPoints.isEmpty() || trustPoints.size() > MOST_TRUST_POINTS) {
      throw new IllegalArgumentException("a chip has one or two trust points");
    }
    trustPoints = trustPoints.stream().map(byte[]::clone).toList();
  }
}
