package io.cardproof.evidence;

import io.cardproof.document.FileId;
import io.cardproof.value.Bytes;

/**
 * A file as the chip gave or refused it.
 *
 * @param id which file
 * @param content its bytes as the chip sent them; empty when it was refused
 * @param statusWord the chip's last answer, such as 0x9000 or 0x6A82
 */
public record EvidenceFile(FileId id, Bytes content, int statusWord) {
  /** A file that was read. */
  public static EvidenceFile read(FileId id, Bytes content) {
    return new EvidenceFile(id, content, 0x9000);
  }

  /** A file that the chip refused. */
  public static EvidenceFile refused(FileId id, int statusWord) {
    return new EvidenceFile(id, Bytes.empty(), statusWord);
  }
}
