package io.cardproof.chip;

import io.cardproof.document.FileId;
import java.time.Duration;

/**
 * What one inspection may cost at most, whatever the chip does.
 *
 * @param apdus commands
 * @param bytes bytes sent and received
 * @param time from the first command on; checked between commands
 */
public record Limits(int apdus, long bytes, Duration time) {
  private static final int KIB = 1024;

  /** Checks that each is positive. */
  public Limits {
    if (apdus < 1 || bytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** 4,000 commands, 8 MiB, two minutes: ample for the slowest honest card. */
  public static Limits defaults() {
    return new Limits(4_000, 8L * KIB * KIB, Duration.ofMinutes(2));
  }

  /** The longest file that is read, in bytes. */
  static int fileBytes(FileId id) {
    return switch (id) {
      case SOD -> 64 * KIB;
      case DG2, DG3, DG4, DG5, DG7, DG11, DG12 -> 2 * KIB * KIB;
      case CARD_ACCESS, COM -> 16 * KIB;
      case ATR_INFO, DIR -> 4 * KIB;
      // Two references at most and padding, TR-03110-3 §A.1.
      case CVCA -> 36;
      default -> 128 * KIB;
    };
  }
}
