package io.cardproof.simulator.picture;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a painted person looks like. Colours are 0xRRGGBB.
 *
 * @param hair how the hair is worn
 * @param hairColour of the hair and the brows
 * @param skin of face and neck
 * @param clothes of the shoulders
 * @param background behind it all
 * @param extras what not everybody has
 */
record Look(Hair hair, int hairColour, Skin skin, int clothes, int background, Set<Extra> extras) {

  enum Hair {
    LONG,
    SHORT,
    BUN,
    CURLY,
    BALD
  }

  enum Extra {
    GLASSES,
    BEARD,
    EARRINGS
  }

  /**
   * A skin in its shades.
   *
   * @param light where the light falls
   * @param shade neck and ears
   * @param edge under the chin
   * @param cheek the warmest
   * @param gleam on the nose
   * @param lips the mouth
   */
  record Skin(int light, int shade, int edge, int cheek, int gleam, int lips) {
    static final Skin FAIR = new Skin(0xF0C8A4, 0xD9A781, 0xA97650, 0xE58F7B, 0xFFE3C8, 0xB9575A);
    static final Skin OLIVE = new Skin(0xDDB088, 0xC08F66, 0x8F6441, 0xCF7F66, 0xEFC8A2, 0xA44F4C);
    static final Skin BROWN = new Skin(0xA9744F, 0x885A3A, 0x603B24, 0xB0603F, 0xC08C66, 0x7F3B38);
    static final Skin DARK = new Skin(0x7D5238, 0x623E29, 0x432818, 0x8A4733, 0x946748, 0x6B2F33);
  }

  Look {
    extras = Set.copyOf(extras);
  }

  static Look of(Face face) {
    return switch (face) {
      case LINH -> plain(Hair.LONG, 0x2B201D, Skin.FAIR, 0x3E6A8A, 0xC6D9E8);
      case MINH -> plain(Hair.SHORT, 0x1F1A18, Skin.FAIR, 0x4B4E57, 0xCBDCD8);
      case NORA -> plain(Hair.LONG, 0x7A4B2A, Skin.FAIR, 0x6B4A70, 0xDAD6CC);
      case AMARA -> plain(Hair.BUN, 0x1B1413, Skin.DARK, 0xB8862F, 0xD5DCE4).with(Extra.EARRINGS);
      case ERIK -> plain(Hair.SHORT, 0x9C7A45, Skin.FAIR, 0x2F4F46, 0xD8D2C8).with(Extra.BEARD);
      case PILAR -> plain(Hair.CURLY, 0x3A2418, Skin.OLIVE, 0x8C3B44, 0xD3DCE0).with(Extra.GLASSES);
      case TONI -> plain(Hair.BALD, 0x4A3A30, Skin.BROWN, 0x5A6472, 0xDCDCD2);
    };
  }

  boolean has(Extra extra) {
    return extras.contains(extra);
  }

  private static Look plain(Hair hair, int hairColour, Skin skin, int clothes, int background) {
    return new Look(hair, hairColour, skin, clothes, background, Set.of());
  }

  private Look with(Extra extra) {
    Set<Extra> more = EnumSet.of(extra);
    more.addAll(extras);
    return new Look(hair, hairColour, skin, clothes, background, more);
  }
}
