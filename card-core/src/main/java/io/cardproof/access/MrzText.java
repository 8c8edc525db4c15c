package io.cardproof.access;

import io.cardproof.document.Mrz;
import java.util.Locale;

/** The lines in a text that a person typed or a scanner sent. */
final class MrzText {
  private MrzText() {}

  /** Breaks are believed where there are any; a text without breaks is cut by its length. */
  static String[] lines(String text) {
    String[] lines =
        text.replace("\\r", "\n")
            .replace("\\n", "\n")
            .replaceAll("[ \\t\\uFEFF]", "")
            .toUpperCase(Locale.ROOT)
            .strip()
            .split("[\\r\\n]+", -1);
    return lines.length == 1 ? cut(lines[0]) : lines;
  }

  private static String[] cut(String text) {
    for (Mrz.Type type : Mrz.Type.values()) {
      if (text.length() == type.lines() * type.length()) {
        String[] lines = new String[type.lines()];
        for (int i = 0; i < lines.length; i++) {
          lines[i] = text.substring(i * type.length(), (i + 1) * type.length());
        }
        return lines;
      }
    }
    return new String[] {text};
  }
}
