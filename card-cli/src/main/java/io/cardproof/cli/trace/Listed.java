package io.cardproof.cli.trace;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.Set;

/** The data groups that a document says it has, read or not. */
record Listed(Evidence evidence) {
  private static final Set<Integer> ALWAYS = Set.of(1, 2);

  Set<Integer> dataGroups() {
    try {
      Optional<Bytes> sod = evidence.file(FileId.SOD);
      return sod.isEmpty() ? ALWAYS : SecurityObject.parse(sod.get()).hashes().keySet();
    } catch (MalformedDocumentException e) {
      return ALWAYS;
    }
  }
}
