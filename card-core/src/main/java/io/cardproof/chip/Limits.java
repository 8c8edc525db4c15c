package io.cardproof.chip;

import io.cardproof.document.ContentLimits;
import io.cardproof.document.FileId;
import java.time.Duration;

/**
 * What one inspection may cost at most, whatever the chip does. Beyond {@code apdus}, {@code bytes}
 * and the length of a file it ends with {@code LIMIT_EXCEEDED}, beyond {@code time} with {@code
 * TIMEOUT}.
 *
 * @param apdus commands
 * @param bytes bytes sent and received
 * @param time from the first command on; checked between commands
 * @param fileBytes the longest file that is read, in bytes; that of its kind in {@link
 *     ContentLimits} holds beside it
 */
public record Limits(int apdus, long bytes, Duration time, int fileBytes) {
  private static final long MIB = 1024 * 1024;

  /** Checks that each is positive. */
  public Limits {
    if (apdus < 1 || bytes < 1 || fileBytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** Limits with the usual length of files. */
  public Limits(int apdus, long bytes, Duration time) {
    this(apdus, bytes, time, ContentLimits.FILE_BYTES);
  }

  /** 4,000 commands, 8 MiB, two minutes: ample for the slowest honest card. */
  public static Limits defaults() {
    return new Limits(4_000, 8 * MIB, Duration.ofMinutes(2));
  }

  /** The longest file of this kind that is read, in bytes. */
  int fileBytes(FileId id) {
    return Math.min(fileBytes, ContentLimits.fileBytes(id));
  }
}
