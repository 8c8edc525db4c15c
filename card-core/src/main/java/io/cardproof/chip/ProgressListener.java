package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.error.Step;

/** Told how far an inspection is, from the inspecting thread; be quick. */
public interface ProgressListener {
  /** A step begins. */
  default void stepStarted(Step step) {}

  /**
   * A part of a file has come in.
   *
   * @param bytesRead so far
   * @param bytesTotal the length that the file declares
   */
  default void fileProgress(FileId file, int bytesRead, int bytesTotal) {}

  /** Listens to nothing. */
  static ProgressListener none() {
    return new ProgressListener() {};
  }
}
