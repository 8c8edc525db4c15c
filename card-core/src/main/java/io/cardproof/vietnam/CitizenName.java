package io.cardproof.vietnam;

import io.cardproof.document.Mrz;

/**
 * A full name as a citizen card writes it, with its diacritics.
 *
 * @param text such as on the card
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record CitizenName(String text) {
  /** The name in the letters of the machine readable zone, words apart by one space; Đ is D. */
  public String mrzForm() {
    throw new UnsupportedOperationException();
  }

  /** Whether both are the same name but for case, diacritics and spaces. */
  public boolean agreesWith(CitizenName other) {
    return mrzForm().equals(other.mrzForm());
  }

  /** Whether {@code mrz} has this name; a name that fills its line may be cut off there. */
  public boolean agreesWith(Mrz mrz) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "CitizenName[redacted]";
  }
}
