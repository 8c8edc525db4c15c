package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

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

  /** The value of {@code object}, if it is exactly one object with this tag. */
  static Optional<Bytes> value(Bytes object, int tag) {
    OptionalInt start = valueAt(object);
    return start.isPresent()
            && object.at(0) == tag
            && object.length() == start.getAsInt() + length(object, start.getAsInt())
        ? Optional.of(object.from(start.getAsInt()))
        : Optional.empty();
  }

  /** The first of several objects, if it is whole. */
  static Optional<Bytes> first(Bytes objects) {
    OptionalInt start = valueAt(objects);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    int end = start.getAsInt() + length(objects, start.getAsInt());
    return end <= objects.length() ? Optional.of(objects.slice(0, end)) : Optional.empty();
  }

  private static OptionalInt valueAt(Bytes object) {
    if (object.length() < 2) {
      return OptionalInt.empty();
    }
    int first = object.at(1);
    int start = first < 0x80 ? 2 : 2 + first - 0x80;
    return first == 0x80 || start > 5 || object.length() < start
        ? OptionalInt.empty()
        : OptionalInt.of(start);
  }

  private static int length(Bytes object, int valueAt) {
    return valueAt == 2 ? object.at(1) : number(object.slice(2, valueAt));
  }

  private static int number(Bytes bytes) {
    int number = 0;
    for (int i = 0; i < bytes.length(); i++) {
      number = (number << 8) | bytes.at(i);
    }
    return number;
  }
}
