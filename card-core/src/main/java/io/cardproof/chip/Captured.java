package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.TerminalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one inspection has brought back so far, in the order of reading. */
final class Captured {
  private final List<EvidenceFile> files = new ArrayList<>();
  private final List<ChipProof> proofs = new ArrayList<>();
  private Optional<TerminalRecord> terminal = Optional.empty();

  /** Keeps a file, in the place of its own refusal if it was refused before. */
  void keep(FileId id, FileAnswer answer) {
    EvidenceFile file = new EvidenceFile(id, answer.content(), answer.statusWord());
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).id() == id) {
        files.set(i, file);
        return;
      }
    }
    files.add(file);
  }

  void keep(EvidenceFile file) {
    files.add(file);
  }

  void prove(ChipProof proof) {
    proofs.add(proof);
  }

  /** A proof whose place is before those that came meanwhile. */
  void prove(int place, ChipProof proof) {
    proofs.add(place, proof);
  }

  void authenticated(TerminalRecord record) {
    terminal = Optional.of(record);
  }

  List<EvidenceFile> files() {
    return files;
  }

  List<ChipProof> proofs() {
    return proofs;
  }

  Optional<TerminalRecord> terminal() {
    return terminal;
  }

  /** The files that were refused by this status word. */
  List<FileId> refusedBy(int statusWord) {
    return files.stream()
        .filter(file -> file.statusWord() == statusWord)
        .map(EvidenceFile::id)
        .toList();
  }
}
