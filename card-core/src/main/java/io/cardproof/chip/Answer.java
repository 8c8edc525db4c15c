package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.util.Arrays;
import java.util.OptionalInt;

/** A response APDU in the clear: what the chip says, and its status word. */
record Answer(Bytes data, int statusWord) {
  static final int SUCCESS = 0x9000;
  static final int END_OF_FILE = 0x6282;
  static final int WRONG_LENGTH = 0x6700;
  static final int NOT_ALLOWED = 0x6982;
  static final int OUTSIDE_FILE = 0x6B00;
  static final int BLOCKED = 0x6983;
  static final int FILE_NOT_FOUND = 0x6A82;
  static final int NOT_FOR_THIS_FILE = 0x6981;
  static final int NOT_SUPPORTED = 0x6A81;
  static final int UNKNOWN_INSTRUCTION = 0x6D00;
  static final int WRONG_DATA = 0x6A80;
  static final int WRONG_PARAMETERS = 0x6A86;
  static final int LENGTH_AGAINST_PARAMETERS = 0x6A87;

  /** Splits a raw response, which has at least two bytes. */
  static Answer of(byte[] response) {
    int end = response.length - 2;
    int statusWord = ((response[end] & 0xFF) << 8) | (response[end + 1] & 0xFF);
    return new Answer(Bytes.of(response, 0, end), statusWord);
  }

  /** The raw response that says this. */
  byte[] encode() {
    byte[] response = Arrays.copyOf(data.toByteArray(), data.length() + 2);
    response[data.length()] = (byte) (statusWord >> 8);
    response[data.length() + 1] = (byte) statusWord;
    return response;
  }

  boolean isSuccess() {
    return statusWord == SUCCESS;
  }

  /** Whether it is about who may have the file, ISO 7816-4 table 6, and not about the command. */
  boolean deniesAccess() {
    return switch (statusWord) {
      case NOT_ALLOWED, 0x6983, 0x6985, 0x6987, 0x6988 -> true;
      default -> false;
    };
  }

  /** The length that a 6Cxx asks for, ISO 7816-4 §5.1.3. */
  OptionalInt correctLength() {
    return (statusWord & 0xFF00) == 0x6C00 ? OptionalInt.of(lowByte()) : OptionalInt.empty();
  }

  /** How much a 61xx holds ready. */
  OptionalInt moreAvailable() {
    return (statusWord & 0xFF00) == 0x6100 ? OptionalInt.of(lowByte()) : OptionalInt.empty();
  }

  /** Whether the status word says that the password was wrong: 6300 or 63Cx. */
  boolean isWrongPassword() {
    return statusWord == 0x6300 || (statusWord & 0xFFF0) == 0x63C0;
  }

  /** The attempts left that a 63Cx tells. */
  OptionalInt attemptsLeft() {
    return (statusWord & 0xFFF0) == 0x63C0
        ? OptionalInt.of(statusWord & 0x0F)
        : OptionalInt.empty();
  }

  private int lowByte() {
    int low = statusWord & 0xFF;
    return low == 0 ? 256 : low;
  }
}
