package io.cardproof.evidence;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/** Evidence as one DER SEQUENCE: versioned, bounded and canonical. */
public final class EvidenceCodec {
  /** The evidence as a file's content. */
  public Bytes encode(Evidence evidence) {
    return EvidenceEncoder.encode(evidence);
  }

  /**
   * Evidence from a file's content.
   *
   * @param source a name for the content, for the error's text
   * @throws MalformedInputException if it is damaged, of an unknown version, too large, or not the
   *     one encoding that this evidence has
   */
  public Evidence decode(Bytes content, String source) throws MalformedInputException {
    Evidence evidence = new EvidenceDecoder(source).decode(content);
    if (!encode(evidence).equals(content)) {
      throw new MalformedInputException(source, "whole file", "is not the canonical encoding");
    }
    return evidence;
  }

  /**
   * Writes a file that only its owner may read, where the file system knows owners. It appears
   * whole or not at all; an older file of that name is replaced.
   */
  public void write(Path file, Evidence evidence) throws IOException {
    EvidenceFiles.write(file, encode(evidence));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file cannot be opened or read
   * @throws MalformedInputException as {@link #decode}
   */
  public Evidence read(Path file) throws IOException, MalformedInputException {
    return decode(EvidenceFiles.read(file), String.valueOf(file.getFileName()));
  }
}
