package io.cardproof.document;

import io.cardproof.value.Bytes;

/**
 * How large and how deep what a chip holds may be, whoever reads it: more than any document holds,
 * and little enough for 256 MiB of memory. They are fixed; what an inspection may cost is the
 * caller's to choose ({@code io.cardproof.chip.Limits}). What is larger is refused before memory is
 * allocated for it.
 */
public final class ContentLimits {
  private static final int KIB = 1024;

  /** The longest file of all, in bytes; most files have a shorter limit of their own. */
  public static final int FILE_BYTES = 2 * KIB * KIB;

  /** How many data objects may stand inside each other in a file. */
  public static final int NESTING = 32;

  /** How many data objects may stand beside each other. */
  public static final int OBJECTS = 4096;

  /**
   * Width times height of the largest picture that is decoded where a decoder has no limit of its
   * own; it may need 64 bytes each.
   */
  public static final long PIXELS = 4L * KIB * KIB;

  private ContentLimits() {}

  /** The longest file of this kind that is read, in bytes. */
  public static int fileBytes(FileId id) {
    return switch (id) {
      case SOD, CARD_SECURITY, DG13, DG14, DG15, DG16 -> 64 * KIB;
      case DG2, DG3, DG4, DG5, DG7, DG11, DG12 -> FILE_BYTES;
      case CARD_ACCESS, COM -> 16 * KIB;
      case ATR_INFO, DIR -> 4 * KIB;
      // Two references at most and padding, TR-03110-3 §A.1.
      case CVCA -> 36;
      default -> 128 * KIB;
    };
  }

  /** Refuses a file of this kind that is longer. */
  public static void check(FileId id, Bytes content) throws MalformedDocumentException {
    int longest = fileBytes(id);
    if (content.length() > longest) {
      throw new MalformedDocumentException(id, "byte " + longest, "longer than allowed");
    }
  }
}
