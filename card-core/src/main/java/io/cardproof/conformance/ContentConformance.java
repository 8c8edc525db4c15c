package io.cardproof.conformance;

import io.cardproof.document.FileId;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;

/** What is wrong with the layout of a file, as far as this library knows how it should be. */
public final class ContentConformance {
  private static final Set<FileId> KNOWN =
      Set.of(
          FileId.COM, FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG14, FileId.DG15);

  private ContentConformance() {}

  /** The defects of the data object around all of {@code content}, whoever wrote it. */
  public static List<ContentDefect> ofEnvelope(FileId file, Bytes content) {
    Defects defects = new Defects(file);
    if (KNOWN.contains(file)) {
      Envelope.check(file, content, defects);
    }
    return defects.all();
  }
}
