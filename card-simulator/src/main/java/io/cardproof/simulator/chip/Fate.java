package io.cardproof.simulator.chip;

/** What becomes of a chip with one command. */
public enum Fate {
  /** It answers. */
  ANSWERS,
  /** It stays in the field and says nothing: the reader waits, and gives up. */
  SILENT,
  /** It is gone, and back at the next reset. */
  REMOVED,
  /**
   * Its power dips unseen by the reader: all that was selected, opened and agreed is forgotten, and
   * the command is answered as by a chip just powered.
   */
  RESET
}
