package io.cardproof.reader.pcsc;

/** Something that happened at a reader. */
public record ReaderEvent(Kind kind, String reader) {
  /** What happened. */
  public enum Kind {
    /** The reader was plugged in, or was there when watching began. */
    READER_ATTACHED,
    /** The reader was unplugged. */
    READER_DETACHED,
    /** A card was put in, or was there when watching began. */
    CARD_INSERTED,
    /** The card was taken away. */
    CARD_REMOVED
  }
}
