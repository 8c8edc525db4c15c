package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The machine readable zone, ICAO 9303-3 to -7. Fields are without fillers at their end. Wrong
 * check digits are kept as faults and never thrown: a chip says what it says.
 *
 * @param type the size of the document, hence the layout
 * @param lines the lines as they are, fillers included
 * @param documentCode such as {@code ID} or {@code P}
 * @param issuingState three letters, or fewer such as {@code D}
 * @param documentNumber all of it, also where it is longer than its nine places
 * @param optionalData first line of TD1, end of the second line of TD2 and TD3
 * @param optionalData2 second line of TD1, else empty
 * @param birthDate yyMMdd, unknown places as fillers
 * @param sex {@code M}, {@code F} or empty
 * @param expiry yyMMdd
 * @param nationality as {@code issuingState}
 * @param surname words apart by one space
 * @param givenNames words apart by one space
 * @param checkDigitFaults names of the fields whose check digit is wrong, such as {@code "document
 *     number"} or {@code "composite"}
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record Mrz(
    Type type,
    List<String> lines,
    String documentCode,
    String issuingState,
    String documentNumber,
    String optionalData,
    String optionalData2,
    String birthDate,
    String sex,
    String expiry,
    String nationality,
    String surname,
    String givenNames,
    List<String> checkDigitFaults) {

  /** The layout. */
  public enum Type {
    /** Card size: three lines of 30. */
    TD1(3, 30),
    /** Two lines of 36. */
    TD2(2, 36),
    /** Passport size: two lines of 44. */
    TD3(2, 44);

    private final int lines;
    private final int length;

    Type(int lines, int length) {
      this.lines = lines;
      this.length = length;
    }

    /** How many lines there are. */
    public int lines() {
      return lines;
    }

    /** How many characters a line has. */
    public int length() {
      return length;
    }
  }

  /** Copies the lists. */
  public Mrz {
    lines = List.copyOf(lines);
    checkDigitFaults = List.copyOf(checkDigitFaults);
  }

  /**
   * The machine readable zone in data group 1, ICAO 9303-10 §4.7.1.
   *
   * @throws MalformedDocumentException if there is none, or none of a size that the standard has
   */
  public static Mrz parseDg1(Bytes ef) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }

  /**
   * The machine readable zone that these lines make up.
   *
   * @throws MalformedDocumentException if they are not three lines of 30 characters, two of 36 or
   *     two of 44, of A–Z, 0–9 and {@code <}
   */
  public static Mrz ofLines(String... lines) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }

  /** The check digit of {@code field}, weights 7, 3, 1, ICAO 9303-3 §4.9. */
  public static char checkDigit(String field) {
    throw new UnsupportedOperationException();
  }

  /**
   * The last day of the document; expiry years are 20YY. Empty where the document has no end: on a
   * Vietnamese card of life-long validity the expiry is {@code 99} and the birthday.
   */
  public Optional<LocalDate> expiryDate() {
    throw new UnsupportedOperationException();
  }

  /** Whether the document says in its expiry that it has no end (VNM, see {@link #expiryDate}). */
  public boolean lifelong() {
    throw new UnsupportedOperationException();
  }

  /** The birth date, read as the latest such date that is not after {@code asOf}. */
  public Optional<LocalDate> birthDay(LocalDate asOf) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "Mrz[" + type + ", redacted]";
  }
}
