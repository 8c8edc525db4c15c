package io.cardproof.access;

import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opens a chip: the card access number, the data of the machine readable zone, or the holder's
 * PIN. Whoever makes one closes it, which wipes the secret.
 */
public final class AccessKey implements AutoCloseable {
  private static final int CAN_LENGTH = 6;
  private static final int SHORTEST_SECRET = 4;
  private static final int LONGEST_SECRET = 16;
  private static final String NOT_A_CAN = "not six digits";
  private static final String NOT_A_SECRET = "not 4 to 16 digits";
  private static final int NUMBER_PLACES = 9;

  /** Birth date and expiry, each with its check digit. */
  private static final int DATES_LENGTH = 14;

  /** The longest number that TD1 has room for: nine places and fourteen of the optional data. */
  private static final int MAX_NUMBER_LENGTH = 23;

  private final Kind kind;
  private final Secret secret;
  private final Presented presented;
  private final @Nullable AccessKey resumedBy;

  /** Where the secret comes from. */
  public enum Kind {
    /** The card access number. */
    CAN,
    /** Document number, birth date and expiry of the machine readable zone. */
    MRZ,
    /** The holder's secret number; the chip counts wrong attempts. */
    PIN,
    /** The number that unblocks the PIN. */
    PUK
  }

  private AccessKey(Kind kind, Secret secret, Presented presented) {
    this(kind, secret, presented, null);
  }

  private AccessKey(Kind kind, Secret secret, Presented presented, @Nullable AccessKey resumedBy) {
    this.kind = kind;
    this.secret = secret;
    this.presented = presented;
    this.resumedBy = resumedBy;
  }

  /** A key from a card access number: six digits, spaces around them allowed. */
  public static AccessKey can(String can) throws MalformedInputException {
    return can(can, new Presented.Nothing());
  }

  /** A key from a card access number that was taken from {@code presented}. */
  public static AccessKey can(String can, Presented presented) throws MalformedInputException {
    return can(can.strip().toCharArray(), presented);
  }

  /** A key from a card access number in an array, which stays the caller's to wipe. */
  public static AccessKey can(char[] can) throws MalformedInputException {
    return can(can, new Presented.Nothing());
  }

  /** A key from the holder's secret number: 4 to 16 digits, spaces around them allowed. */
  public static AccessKey pin(String pin) throws MalformedInputException {
    return pin(pin.strip().toCharArray());
  }

  /** A key from the holder's secret number in an array, which stays the caller's to wipe. */
  public static AccessKey pin(char[] pin) throws MalformedInputException {
    return new AccessKey(Kind.PIN, secretNumber("PIN", pin), new Presented.Nothing());
  }

  /**
   * A key from the holder's secret number that opens the chip even where one attempt is left: such
   * a chip wants the card access number first, TR-03110-2 §2.3.1. A wrong PIN then blocks it.
   */
  public static AccessKey pin(String pin, String can) throws MalformedInputException {
    return pin(pin.strip().toCharArray(), can.strip().toCharArray());
  }

  /** The same from arrays, which stay the caller's to wipe. */
  public static AccessKey pin(char[] pin, char[] can) throws MalformedInputException {
    AccessKey resumedBy = can(can);
    try {
      Secret secret = secretNumber("PIN", pin);
      return new AccessKey(Kind.PIN, secret, new Presented.Nothing(), resumedBy);
    } catch (MalformedInputException e) {
      resumedBy.close();
      throw e;
    }
  }

  /** A key from the number that unblocks the PIN: 4 to 16 digits, spaces around them allowed. */
  public static AccessKey puk(String puk) throws MalformedInputException {
    return puk(puk.strip().toCharArray());
  }

  /** A key from the number that unblocks the PIN in an array, which stays the caller's to wipe. */
  public static AccessKey puk(char[] puk) throws MalformedInputException {
    return new AccessKey(Kind.PUK, secretNumber("PUK", puk), new Presented.Nothing());
  }

  /**
   * A key from three fields of the machine readable zone; the check digits are computed.
   *
   * @param documentNumber as printed, without its check digit
   * @param birth yyMMdd, unknown places as fillers
   * @param expiry yyMMdd
   * @throws MalformedInputException if a field cannot be one of such a zone: it names the field
   */
  public static AccessKey mrz(String documentNumber, String birth, String expiry)
      throws MalformedInputException {
    return mrz(documentNumber, birth, expiry, "");
  }

  private static AccessKey mrz(String documentNumber, String birth, String expiry, String name)
      throws MalformedInputException {
    String number = withoutSpaces(documentNumber).replaceAll("<+$", "");
    demand("document number", number.matches("[A-Z0-9<]{1," + MAX_NUMBER_LENGTH + "}"));
    String birthDate = date("birth date", birth);
    String expiryDate = date("expiry date", expiry);
    byte[] information =
        (withCheckDigit(padded(number)) + withCheckDigit(birthDate) + withCheckDigit(expiryDate))
            .getBytes(StandardCharsets.US_ASCII);
    return new AccessKey(
        Kind.MRZ,
        Secret.owning(information),
        new Presented.MrzData(number, birthDate, expiryDate, name));
  }

  /**
   * A key from the lines of a machine readable zone, TD1, TD2 or TD3. Lines may be apart by line
   * breaks, by a backslash and n, or not at all; spaces are ignored.
   *
   * @throws MalformedInputException if they are not such lines, or a check digit is wrong: it names
   *     the line and the field
   */
  public static AccessKey mrzLines(String text) throws MalformedInputException {
    Mrz mrz = parsed(MrzText.lines(text));
    for (String fault : mrz.checkDigitFaults()) {
      throw new MalformedInputException(
          "MRZ", "line " + line(mrz, fault) + ", " + fault, "the check digit is wrong");
    }
    return mrz(mrz.documentNumber(), mrz.birthDate(), mrz.expiry(), mrz.nameField());
  }

  /** Where the secret comes from. */
  public Kind kind() {
    return kind;
  }

  /**
   * The secret, which this key owns and wipes: the digits of a number in ASCII, or the MRZ
   * information of ICAO 9303-11 §9.7.2 (document number, birth date and expiry, each with its check
   * digit).
   */
  public Secret secret() {
    return secret;
  }

  /** The card access number that a chip wants first when one attempt at this PIN is left. */
  public Optional<AccessKey> resumedBy() {
    return Optional.ofNullable(resumedBy);
  }

  /**
   * The document number with its check digit, as the machine readable zone says it: what Terminal
   * Authentication after BAC is bound to, TR-03110-1 §3.5.
   *
   * @throws IllegalStateException if the key is not from a machine readable zone
   */
  public Bytes documentNumber() {
    if (kind != Kind.MRZ) {
      throw new IllegalStateException("only a machine readable zone has a document number");
    }
    byte[] information = secret.reveal();
    try {
      return Bytes.of(information, 0, information.length - DATES_LENGTH);
    } finally {
      Arrays.fill(information, (byte) 0);
    }
  }

  /** What the holder presented, to be compared with the chip. */
  public Presented presented() {
    return presented;
  }

  @Override
  public void close() {
    secret.close();
    if (resumedBy != null) {
      resumedBy.close();
    }
  }

  @Override
  public String toString() {
    return "AccessKey[" + kind + ", redacted]";
  }

  private static AccessKey can(char[] can, Presented presented) throws MalformedInputException {
    if (can.length != CAN_LENGTH) {
      throw new MalformedInputException("CAN", "all of it", NOT_A_CAN);
    }
    return new AccessKey(Kind.CAN, digits("CAN", can, NOT_A_CAN), presented);
  }

  private static Secret secretNumber(String source, char[] number) throws MalformedInputException {
    if (number.length < SHORTEST_SECRET || number.length > LONGEST_SECRET) {
      throw new MalformedInputException(source, "all of it", NOT_A_SECRET);
    }
    return digits(source, number, NOT_A_SECRET);
  }

  private static Secret digits(String source, char[] number, String problem)
      throws MalformedInputException {
    byte[] digits = new byte[number.length];
    for (int i = 0; i < number.length; i++) {
      if (number[i] < '0' || number[i] > '9') {
        Arrays.fill(digits, (byte) 0);
        throw new MalformedInputException(source, "all of it", problem);
      }
      digits[i] = (byte) number[i];
    }
    return Secret.owning(digits);
  }

  private static Mrz parsed(String... lines) throws MalformedInputException {
    try {
      return Mrz.ofLines(lines);
    } catch (MalformedDocumentException e) {
      throw new MalformedInputException(
          "MRZ", e.place(), "not a line of a machine readable zone (three of 30, two of 36 or 44)");
    }
  }

  private static int line(Mrz mrz, String field) {
    return mrz.type() == Mrz.Type.TD1 && field.equals("document number") ? 1 : 2;
  }

  private static String date(String field, String yyMMdd) throws MalformedInputException {
    String date = withoutSpaces(yyMMdd);
    demand(field, date.matches("[0-9<]{6}"));
    return date;
  }

  private static void demand(String field, boolean wellFormed) throws MalformedInputException {
    if (!wellFormed) {
      throw new MalformedInputException("MRZ", field, "not as in a machine readable zone");
    }
  }

  private static String withoutSpaces(String field) {
    return field.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  private static String padded(String number) {
    return number + "<".repeat(Math.max(0, NUMBER_PLACES - number.length()));
  }

  private static String withCheckDigit(String field) {
    return field + Mrz.checkDigit(field);
  }
}
