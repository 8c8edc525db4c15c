package io.cardproof.simulator.persona;

import java.io.IOException;
import java.util.Arrays;

/** Opens one BER-TLV object that fills its file. */
final class TlvValue {
  private static final int MOST_LENGTH_BYTES = 3;

  private TlvValue() {}

  /** The value; {@code source} names the file in messages. */
  static byte[] of(String source, byte[] object, int tag) throws IOException {
    int tagBytes = tag > 0xFF ? 2 : 1;
    if (object.length < tagBytes + 1 || number(object, 0, tagBytes) != tag) {
      throw new IOException(source + ": expected tag " + Integer.toHexString(tag));
    }
    int first = object[tagBytes] & 0xFF;
    int more = first < 0x80 ? 0 : first & 0x7F;
    int start = tagBytes + 1 + more;
    if (more > MOST_LENGTH_BYTES || start > object.length) {
      throw new IOException(source + ": unreadable length after tag " + Integer.toHexString(tag));
    }
    int length = more == 0 ? first : number(object, tagBytes + 1, more);
    if (start + length != object.length) {
      throw new IOException(
          source
              + ": tag "
              + Integer.toHexString(tag)
              + " says "
              + length
              + " bytes, there are "
              + (object.length - start));
    }
    return Arrays.copyOfRange(object, start, object.length);
  }

  private static int number(byte[] bytes, int start, int count) {
    int value = 0;
    for (int i = start; i < start + count; i++) {
      value = (value << 8) | (bytes[i] & 0xFF);
    }
    return value;
  }
}
