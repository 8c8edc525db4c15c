package io.cardproof.evidence;

import io.cardproof.access.Presented;
import io.cardproof.document.FileId;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * All that one inspection brought back over one unbroken channel: enough to judge the card again
 * elsewhere and later. It holds no outcome and no access key as such, but it does hold personal
 * data.
 *
 * @param files the files in the order of reading, refused ones included
 * @param access how the chip was opened
 * @param proofs the transcripts of the chip's proofs, in order
 * @param presented what the holder presented beside the chip
 * @param reader where the card was read
 * @param capturedAt when the reading began, to the millisecond
 * @param reading what it cost
 * @param terminal how Terminal Authentication went, if the terminal had a key for it
 * @param policy the name of the policy that said what may be read, and what need not be
 */
public record Evidence(
    List<EvidenceFile> files,
    AccessRecord access,
    List<ChipProof> proofs,
    Presented presented,
    ReaderRecord reader,
    Instant capturedAt,
    ReadingStats reading,
    Optional<TerminalRecord> terminal,
    Optional<String> policy) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a file is there twice
   */
  public Evidence {
    files = List.copyOf(files);
    proofs = List.copyOf(proofs);
    capturedAt = capturedAt.truncatedTo(ChronoUnit.MILLIS);
    if (files.stream().map(EvidenceFile::id).distinct().count() != files.size()) {
      throw new IllegalArgumentException("a file is there twice");
    }
  }

  /** Evidence of a terminal without a key of its own, under no named policy. */
  public Evidence(
      List<EvidenceFile> files,
      AccessRecord access,
      List<ChipProof> proofs,
      Presented presented,
      ReaderRecord reader,
      Instant capturedAt,
      ReadingStats reading) {
    this(
        files,
        access,
        proofs,
        presented,
        reader,
        capturedAt,
        reading,
        Optional.empty(),
        Optional.empty());
  }

  /** The content of a file that was read. */
  public Optional<Bytes> file(FileId id) {
    return files.stream()
        .filter(file -> file.id() == id && !file.content().isEmpty())
        .map(EvidenceFile::content)
        .findFirst();
  }

  /** Says how much there is and nothing of what it is. */
  @Override
  public String toString() {
    return "Evidence[" + files.size() + " files, " + proofs.size() + " proofs]";
  }
}
