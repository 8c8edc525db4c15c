package io.cardproof.verify;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.value.Bytes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Parses genuine files, and remembers which of them do not parse. */
final class ParsedFiles {
  private final GenuineFiles files;
  private final Set<FileId> malformed = EnumSet.noneOf(FileId.class);

  ParsedFiles(GenuineFiles files) {
    this.files = files;
  }

  /** Reads one file. */
  interface Parser<T> {
    T parse(Bytes content) throws MalformedDocumentException;
  }

  <T> Optional<T> parse(FileId id, Parser<T> parser) {
    Optional<Bytes> content = files.get(id);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(content.get()));
    } catch (MalformedDocumentException e) {
      malformed.add(id);
      return Optional.empty();
    }
  }

  /** The files that are as signed and do not parse. */
  Set<FileId> malformed() {
    return malformed;
  }
}
