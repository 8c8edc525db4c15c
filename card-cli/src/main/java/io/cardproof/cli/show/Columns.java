package io.cardproof.cli.show;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Text on a grid of characters. Vietnamese letters count as one, whatever they are made of. */
final class Columns {
  private Columns() {}

  /** How many characters of a terminal {@code text} takes. */
  static int of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return (int)
        composed
            .codePoints()
            .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
            .count();
  }

  /** What a card or a reader says, without anything that steers a terminal. */
  static String harmless(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The beginning of a text that does not fit, with a sign that it goes on. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int end = composed.offsetByCodePoints(0, Math.max(0, width - 1));
    return composed.substring(0, end).stripTrailing() + "…";
  }

  /** Breaks at spaces, so that no line is wider unless one word is. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && of(line.toString()) + 1 + of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
