package io.cardproof.document;

import io.cardproof.value.Bytes;

/**
 * How large and how deep what a chip holds may be, whoever reads it: the limits of content, beside
 * those of an inspection ({@code io.cardproof.chip.Limits}). What is larger is refused before
 * memory is allocated for it.
 *
 * @param fileBytes the longest file of all, in bytes; most files have a shorter limit of their own
 * @param nesting how many data objects may stand inside each other in a file
 * @param objects how many may stand beside each other
 * @param pixels width times height of the largest picture that is decoded; a decoder may need 64
 *     bytes each
 */
public record ContentLimits(int fileBytes, int nesting, int objects, long pixels) {
  private static final int KIB = 1024;

  /**
   * 2 MiB a file, 32 levels, 4,096 objects a level, four million pixels: more than any document
   * holds, and little enough for 256 MiB of memory.
   */
  public static final ContentLimits USUAL =
      new ContentLimits(2 * KIB * KIB, 32, 4096, 4L * KIB * KIB);

  /** Checks that each is positive. */
  public ContentLimits {
    if (fileBytes < 1 || nesting < 1 || objects < 1 || pixels < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** The longest file of this kind that is read, in bytes. */
  public int fileBytes(FileId id) {
    return Math.min(fileBytes, usual(id));
  }

  /** Refuses a file of this kind that is longer. */
  public void check(FileId id, Bytes content) throws MalformedDocumentException {
    int longest = fileBytes(id);
    if (content.length() > longest) {
      throw new MalformedDocumentException(id, "byte " + longest, "longer than allowed");
    }
  }

  private static int usual(FileId id) {
    return switch (id) {
      case SOD, CARD_SECURITY, DG13, DG14, DG15, DG16 -> 64 * KIB;
      case DG2, DG3, DG4, DG5, DG7, DG11, DG12 -> 2 * KIB * KIB;
      case CARD_ACCESS, COM -> 16 * KIB;
      case ATR_INFO, DIR -> 4 * KIB;
      // Two references at most and padding, TR-03110-3 §A.1.
      case CVCA -> 36;
      default -> 128 * KIB;
    };
  }
}
