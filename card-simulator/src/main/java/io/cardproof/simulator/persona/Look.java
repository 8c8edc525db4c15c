package io.cardproof.simulator.persona;

/**
 * What a painted person looks like.
 *
 * @param hair how the hair is worn
 * @param hairColour 0xRRGGBB
 * @param clothes 0xRRGGBB
 * @param background 0xRRGGBB
 */
record Look(Hair hair, int hairColour, int clothes, int background) {
  enum Hair {
    LONG,
    SHORT
  }
}
