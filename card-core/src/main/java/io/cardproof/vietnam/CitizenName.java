package io.cardproof.vietnam;

import io.cardproof.document.Mrz;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A full name as a citizen card writes it, with its diacritics.
 *
 * @param text such as on the card
 */
public record CitizenName(String text) {
  /** The name in the letters of the machine readable zone, words apart by one space; Đ is D. */
  public String mrzForm() {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('Đ', 'D')
        .replace('đ', 'd')
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", " ")
        .strip();
  }

  /** Whether both are the same name but for case, diacritics and spaces. */
  public boolean agreesWith(CitizenName other) {
    return mrzForm().equals(other.mrzForm());
  }

  /** Whether {@code mrz} has this name; a name that fills its line may be cut off there. */
  public boolean agreesWith(Mrz mrz) {
    String own = mrzForm();
    String printed = (mrz.surname() + " " + mrz.givenNames()).strip();
    return own.equals(printed) || (fillsItsLine(mrz) && own.startsWith(printed));
  }

  @Override
  public String toString() {
    return "CitizenName[redacted]";
  }

  /** A name that leaves no filler at the end of its line may go on beyond it. */
  private static boolean fillsItsLine(Mrz mrz) {
    String line = mrz.lines().get(mrz.type() == Mrz.Type.TD1 ? 2 : 0);
    return !line.endsWith("<");
  }
}
