package io.cardproof.simulator.inspection;

import io.cardproof.simulator.persona.Document;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that a case changes, to be had only from a document that has them; copies. */
final class Contents {
  private Contents() {}

  /** A file of the application. */
  static byte[] file(Document document, int fid) {
    return copy(document.files().get(fid), fid);
  }

  /** A file beside the application. */
  static byte[] masterFile(Document document, int fid) {
    return copy(document.masterFiles().get(fid), fid);
  }

  private static byte[] copy(byte @Nullable [] content, int fid) {
    if (content == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the case needs a document with the file %04X", fid));
    }
    return content.clone();
  }
}
