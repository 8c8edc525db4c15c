package io.cardproof.simulator.persona;

/** The sizes of documents and of their MRZ (ICAO 9303-4, -5 and -6). */
public enum MrzFormat {
  /** A card: three lines of 30. */
  TD1(30),
  /** A larger card: two lines of 36. */
  TD2(36),
  /** A passport: two lines of 44. */
  TD3(44);

  private final int lineLength;

  MrzFormat(int lineLength) {
    this.lineLength = lineLength;
  }

  /** Characters in a line. */
  int lineLength() {
    return lineLength;
  }
}
