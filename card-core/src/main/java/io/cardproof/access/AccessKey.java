package io.cardproof.access;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Secret;

/**
 * What opens a chip: the card access number, or the data of the machine readable zone. Whoever
 * makes one closes it, which wipes the secret.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public final class AccessKey implements AutoCloseable {
  /** Where the secret comes from. */
  public enum Kind {
    /** The card access number. */
    CAN,
    /** Document number, birth date and expiry of the machine readable zone. */
    MRZ
  }

  private final Kind kind;
  private final Secret secret;
  private final Presented presented;

  private AccessKey(Kind kind, Secret secret, Presented presented) {
    this.kind = kind;
    this.secret = secret;
    this.presented = presented;
  }

  /** A key from a card access number: six digits, spaces around them allowed. */
  public static AccessKey can(String can) throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /** A key from a card access number in an array, which stays the caller's to wipe. */
  public static AccessKey can(char[] can) throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /** A key from a card access number that was taken from {@code presented}. */
  public static AccessKey can(String can, Presented presented) throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /**
   * A key from three fields of the machine readable zone; the check digits are computed.
   *
   * @param documentNumber as printed, without its check digit
   * @param birth yyMMdd
   * @param expiry yyMMdd
   */
  public static AccessKey mrz(String documentNumber, String birth, String expiry)
      throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /**
   * A key from the lines of a machine readable zone, TD1, TD2 or TD3. Lines may be apart by line
   * breaks, by a backslash and n, or not at all; spaces are ignored.
   *
   * @throws MalformedInputException if they are not such lines, or a check digit is wrong: it names
   *     the line and the field
   */
  public static AccessKey mrzLines(String text) throws MalformedInputException {
    throw new UnsupportedOperationException();
  }

  /** Where the secret comes from. */
  public Kind kind() {
    return kind;
  }

  /**
   * The secret, which this key owns and wipes: the digits of the card access number in ASCII, or
   * the MRZ information of ICAO 9303-11 §9.7.2 (document number, birth date and expiry, each with
   * its check digit).
   */
  public Secret secret() {
    return secret;
  }

  /** What the holder presented, to be compared with the chip. */
  public Presented presented() {
    return presented;
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "AccessKey[" + kind + ", redacted]";
  }
}
