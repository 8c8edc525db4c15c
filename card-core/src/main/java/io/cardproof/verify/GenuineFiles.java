package io.cardproof.verify;

import io.cardproof.document.FileId;
import io.cardproof.value.Bytes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files whose content is the one that the security object lists. Everything that is parsed for
 * the holder or used as a key comes from here, so that nothing else can be.
 */
final class GenuineFiles {
  private final Map<FileId, Bytes> files = new EnumMap<>(FileId.class);

  void add(FileId id, Bytes content) {
    files.put(id, content);
  }

  Optional<Bytes> get(FileId id) {
    return Optional.ofNullable(files.get(id));
  }
}
