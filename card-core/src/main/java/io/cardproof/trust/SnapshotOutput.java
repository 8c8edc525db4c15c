package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The parts that a snapshot is written of. Numbers have a fixed length, big-endian; whatever has a
 * length says it first; every value has one form.
 */
final class SnapshotOutput {
  /** A text whose characters have one byte each. */
  static final int NARROW = 0;

  /** A text whose characters have two bytes each. */
  static final int WIDE = 1;

  private static final int LAST_NARROW = 0xFF;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);

  Bytes bytes() {
    return Bytes.of(out.toByteArray());
  }

  void octet(int value) {
    out.write(value);
  }

  void number(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }

  void octets(Bytes value) {
    number(value.length());
    out.writeBytes(value.toByteArray());
  }

  // Not UTF-8: that loses the halves of characters which odd names hold.
  void text(String value) {
    int width = value.chars().allMatch(c -> c <= LAST_NARROW) ? NARROW : WIDE;
    octet(width);
    number(value.length());
    value
        .chars()
        .forEach(
            c -> {
              if (width == WIDE) {
                octet(c >>> 8);
              }
              octet(c);
            });
  }

  void instant(Instant value) {
    number((int) (value.getEpochSecond() >>> 32));
    number((int) value.getEpochSecond());
    number(value.getNano());
  }

  void flag(boolean value) {
    octet(value ? 1 : 0);
  }

  void name(Enum<?> value) {
    text(value.name());
  }

  <T> void optional(Optional<T> value, Consumer<T> part) {
    flag(value.isPresent());
    value.ifPresent(part);
  }

  <T> void list(Collection<T> values, Consumer<T> part) {
    number(values.size());
    values.forEach(part);
  }
}
