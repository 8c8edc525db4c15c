package io.cardproof.simulator.picture;

/**
 * What a painted person looks like.
 *
 * @param hair how the hair is worn
 * @param hairColour 0xRRGGBB
 * @param clothes 0xRRGGBB
 * @param background 0xRRGGBB
 */
record Look(Hair hair, int hairColour, int clothes, int background) {
  static Look of(Face face) {
    return switch (face) {
      case LINH -> new Look(Hair.LONG, 0x2B201D, 0x3E6A8A, 0xC6D9E8);
      case MINH -> new Look(Hair.SHORT, 0x1F1A18, 0x4B4E57, 0xCBDCD8);
      case NORA -> new Look(Hair.LONG, 0x7A4B2A, 0x6B4A70, 0xDAD6CC);
    };
  }

  enum Hair {
    LONG,
    SHORT
  }
}
