package io.cardproof.simulator.chip;

import java.util.Arrays;

/** A command APDU of ISO/IEC 7816-3 §12.1, short or extended. */
final class Command {
  /** No Le field: no data expected. */
  static final int NO_LE = 0;

  /** No command at all. */
  static final Command EMPTY = new Command(new byte[4], new byte[0], NO_LE, false);

  private static final int SHORT_MAXIMUM = 256;
  private static final int EXTENDED_MAXIMUM = 65536;

  private final byte[] header;
  private final byte[] data;
  private final int le;
  private final boolean extended;

  private Command(byte[] header, byte[] data, int le, boolean extended) {
    this.header = header;
    this.data = data;
    this.le = le;
    this.extended = extended;
  }

  /** Reads a command; 6700 if its lengths contradict each other. */
  static Command parse(byte[] bytes) throws Refusal {
    if (bytes.length < 4) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    byte[] header = Arrays.copyOf(bytes, 4);
    if (bytes.length == 4) {
      return new Command(header, new byte[0], NO_LE, false);
    }
    int first = bytes[4] & 0xFF;
    if (bytes.length == 5) {
      return new Command(header, new byte[0], first == 0 ? SHORT_MAXIMUM : first, false);
    }
    return first == 0 ? parseExtended(header, bytes) : parseShort(header, bytes, first);
  }

  /** The same command as its protection hides it. */
  Command unprotected(byte[] plainData, int plainLe) {
    byte[] plainHeader = header.clone();
    plainHeader[0] &= (byte) ~0x0C;
    return new Command(plainHeader, plainData, plainLe, extended);
  }

  /** The last command of a chain, with the data of all. */
  Command withData(byte[] allData) {
    return new Command(header, allData, le, extended);
  }

  int cla() {
    return header[0] & 0xFF;
  }

  int ins() {
    return header[1] & 0xFF;
  }

  int p1() {
    return header[2] & 0xFF;
  }

  int p2() {
    return header[3] & 0xFF;
  }

  int p1p2() {
    return p1() << 8 | p2();
  }

  byte[] header() {
    return header.clone();
  }

  byte[] data() {
    return data.clone();
  }

  /** Bytes of data expected at most, {@link #NO_LE} for none. */
  int le() {
    return le;
  }

  boolean isExtended() {
    return extended;
  }

  boolean isProtected() {
    return (cla() & 0x0C) == 0x0C;
  }

  boolean isChained() {
    return (cla() & 0x10) != 0;
  }

  /** Bytes that the answer's data field may have, when this command is the outer one. */
  int room() {
    if (le != NO_LE) {
      return le;
    }
    return extended ? EXTENDED_MAXIMUM : SHORT_MAXIMUM;
  }

  private static Command parseShort(byte[] header, byte[] bytes, int lc) throws Refusal {
    byte[] data = Arrays.copyOfRange(bytes, 5, 5 + lc);
    if (bytes.length == 5 + lc) {
      return new Command(header, data, NO_LE, false);
    }
    if (bytes.length == 6 + lc) {
      int le = bytes[5 + lc] & 0xFF;
      return new Command(header, data, le == 0 ? SHORT_MAXIMUM : le, false);
    }
    throw new Refusal(StatusWord.WRONG_LENGTH);
  }

  private static Command parseExtended(byte[] header, byte[] bytes) throws Refusal {
    if (bytes.length < 7) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    int first = extendedLength(bytes, 5);
    if (bytes.length == 7) {
      return new Command(header, new byte[0], first == 0 ? EXTENDED_MAXIMUM : first, true);
    }
    if (first == 0) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    byte[] data = Arrays.copyOfRange(bytes, 7, 7 + first);
    if (bytes.length == 7 + first) {
      return new Command(header, data, NO_LE, true);
    }
    if (bytes.length == 9 + first) {
      int le = extendedLength(bytes, 7 + first);
      return new Command(header, data, le == 0 ? EXTENDED_MAXIMUM : le, true);
    }
    throw new Refusal(StatusWord.WRONG_LENGTH);
  }

  private static int extendedLength(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
