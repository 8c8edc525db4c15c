package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.util.Optional;

/** Data objects as the access protocols use them: one byte of tag, a length, a value. */
final class Template {
  private static final int DYNAMIC_AUTHENTICATION_DATA = 0x7C;

  private Template() {}

  /** One data object. */
  static Bytes object(int tag, Bytes value) {
    int length = value.length();
    if (length < 0x80) {
      return Bytes.concat(Bytes.of((byte) tag, (byte) length), value);
    }
    if (length < 0x100) {
      return Bytes.concat(Bytes.of((byte) tag, (byte) 0x81, (byte) length), value);
    }
    byte[] header = {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return Bytes.concat(Bytes.of(header), value);
  }

  /** Dynamic authentication data, 7C, around {@code objects}. */
  static Bytes dynamic(Bytes objects) {
    return object(DYNAMIC_AUTHENTICATION_DATA, objects);
  }

  /** The value of the only object, which has this tag, in dynamic authentication data. */
  static Optional<Bytes> soleValue(Bytes answer, int tag) {
    return value(answer, DYNAMIC_AUTHENTICATION_DATA).flatMap(inner -> value(inner, tag));
  }

  /** The value of {@code object}, if it is exactly one object with this tag. */
  static Optional<Bytes> value(Bytes object, int tag) {
    if (object.length() < 2 || object.at(0) != tag) {
      return Optional.empty();
    }
    int first = object.at(1);
    int extra = first < 0x80 ? 0 : first - 0x80;
    int start = 2 + extra;
    if (first == 0x80 || extra > 3 || object.length() < start) {
      return Optional.empty();
    }
    int length = first < 0x80 ? first : number(object.slice(2, start));
    return object.length() == start + length ? Optional.of(object.from(start)) : Optional.empty();
  }

  private static int number(Bytes bytes) {
    int number = 0;
    for (int i = 0; i < bytes.length(); i++) {
      number = (number << 8) | bytes.at(i);
    }
    return number;
  }
}
