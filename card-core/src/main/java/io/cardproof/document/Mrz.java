package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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

  private static final int MRZ_TAG = 0x5F1F;
  private static final int[] WEIGHTS = {7, 3, 1};

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
    Bytes text = Tlv.outermost(FileId.DG1, ef).demand(MRZ_TAG).value();
    for (Type type : Type.values()) {
      if (text.length() == type.lines * type.length) {
        return ofLines(split(new String(text.toByteArray(), StandardCharsets.US_ASCII), type));
      }
    }
    throw malformed("no size of a machine readable zone");
  }

  /**
   * The machine readable zone that these lines make up.
   *
   * @throws MalformedDocumentException if they are not three lines of 30 characters, two of 36 or
   *     two of 44, of A–Z, 0–9 and {@code <}
   */
  public static Mrz ofLines(String... lines) throws MalformedDocumentException {
    for (Type type : Type.values()) {
      if (lines.length == type.lines && lines[0].length() == type.length) {
        checkCharacters(type, lines);
        return new MrzReader(type, List.of(lines)).read();
      }
    }
    throw malformed("neither three lines of 30 characters nor two of 36 or 44");
  }

  /** The check digit of {@code field}, weights 7, 3, 1, ICAO 9303-3 §4.9. */
  public static char checkDigit(String field) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      sum += WEIGHTS[i % WEIGHTS.length] * value(field.charAt(i));
    }
    return (char) ('0' + sum % 10);
  }

  /**
   * The last day of the document; expiry years are 20YY. Empty where the document has no end: on a
   * Vietnamese card of life-long validity the expiry is {@code 99} and the birthday.
   */
  public Optional<LocalDate> expiryDate() {
    return lifelong() ? Optional.empty() : date(2000, expiry);
  }

  /** Whether the document says in its expiry that it has no end (VNM, see {@link #expiryDate}). */
  public boolean lifelong() {
    return issuingState.equals("VNM")
        && expiry.startsWith("99")
        && expiry.substring(2).equals(birthDate.substring(2));
  }

  /** The birth date, read as the latest such date that is not after {@code asOf}. */
  public Optional<LocalDate> birthDay(LocalDate asOf) {
    return date(2000, birthDate)
        .filter(day -> !day.isAfter(asOf))
        .or(() -> date(1900, birthDate).filter(day -> !day.isAfter(asOf)));
  }

  /** The name as its lines have it, fillers between its parts and words, none at the end. */
  public String nameField() {
    String field = type == Type.TD1 ? lines.get(2) : lines.get(0).substring(5);
    return field.replaceAll("<+$", "");
  }

  private static String[] split(String text, Type type) {
    String[] lines = new String[type.lines];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = text.substring(i * type.length, (i + 1) * type.length);
    }
    return lines;
  }

  private static void checkCharacters(Type type, String... lines)
      throws MalformedDocumentException {
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].length() != type.length || !lines[i].matches("[A-Z0-9<]*")) {
        throw new MalformedDocumentException(
            FileId.DG1, "line " + (i + 1), "not " + type.length + " characters of the MRZ");
      }
    }
  }

  private static MalformedDocumentException malformed(String problem) {
    return new MalformedDocumentException(FileId.DG1, "machine readable zone", problem);
  }

  private static int value(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    if (character >= 'A' && character <= 'Z') {
      return character - 'A' + 10;
    }
    if (character == '<') {
      return 0;
    }
    throw new IllegalArgumentException("not a character of the machine readable zone");
  }

  private static Optional<LocalDate> date(int century, String yyMMdd) {
    if (!yyMMdd.matches("[0-9]{6}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              century + Integer.parseInt(yyMMdd.substring(0, 2)),
              Integer.parseInt(yyMMdd.substring(2, 4)),
              Integer.parseInt(yyMMdd.substring(4, 6))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Mrz[" + type + ", redacted]";
  }
}
