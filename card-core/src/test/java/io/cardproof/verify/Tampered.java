package io.cardproof.verify;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Evidence that somebody changed after the inspection. */
final class Tampered {
  private Tampered() {}

  static List<ChipProof> without(List<ChipProof> proofs, Class<? extends ChipProof> kind) {
    return new ArrayList<>(proofs.stream().filter(proof -> !kind.isInstance(proof)).toList());
  }

  static Evidence with(Evidence evidence, UnaryOperator<List<ChipProof>> change) {
    return new Evidence(
        evidence.files(),
        evidence.access(),
        change.apply(evidence.proofs()),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  static Evidence with(Evidence evidence, List<EvidenceFile> files) {
    return new Evidence(
        files,
        evidence.access(),
        evidence.proofs(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  static Evidence withFile(Evidence evidence, FileId id, UnaryOperator<Bytes> change) {
    return with(
        evidence,
        evidence.files().stream()
            .map(
                file ->
                    file.id() == id
                        ? new EvidenceFile(id, change.apply(file.content()), file.statusWord())
                        : file)
            .toList());
  }

  static Bytes lastByteChanged(Bytes content) {
    byte[] changed = content.toByteArray();
    changed[changed.length - 1] ^= 1;
    return Bytes.of(changed);
  }

  static Bytes dg3Hash(Bytes sod) {
    try {
      return Optional.ofNullable(SecurityObject.parse(sod).hashes().get(3)).orElseThrow();
    } catch (MalformedDocumentException e) {
      throw new AssertionError(e);
    }
  }

  static int indexOf(Bytes content, Bytes part) {
    for (int i = 0; i + part.length() <= content.length(); i++) {
      if (content.slice(i, i + part.length()).equals(part)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
