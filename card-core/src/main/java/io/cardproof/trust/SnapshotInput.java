package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the parts of a snapshot one by one; no length is believed before it is checked. */
final class SnapshotInput {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_ENTRIES = 1_000_000;

  private final byte[] content;
  private final String source;
  private int at;
  private int entriesLeft = MOST_ENTRIES;

  SnapshotInput(byte[] content, int from, String source) {
    this.content = content;
    this.at = from;
    this.source = source;
  }

  void end() throws MalformedInputException {
    if (at != content.length) {
      throw malformed("more than belongs there");
    }
  }

  int octet() throws MalformedInputException {
    require(1);
    return content[at++] & 0xFF;
  }

  /** A number from 0 to {@code max}. */
  int number(int max) throws MalformedInputException {
    int value = fourBytes();
    if (value < 0 || value > max) {
      throw malformed("a number out of range");
    }
    return value;
  }

  Bytes octets(int max) throws MalformedInputException {
    int length = number(max);
    require(length);
    at += length;
    return Bytes.of(content, at - length, at);
  }

  String text() throws MalformedInputException {
    int width = octet();
    int length = number(LONGEST_TEXT);
    return switch (width) {
      case SnapshotOutput.NARROW -> narrow(length);
      case SnapshotOutput.WIDE -> wide(length);
      default -> throw malformed("a text of no known form");
    };
  }

  Instant instant() throws MalformedInputException {
    long seconds = (long) fourBytes() << 32 | Integer.toUnsignedLong(fourBytes());
    int nanos = number(999_999_999);
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException e) {
      throw malformed("no time");
    }
  }

  boolean flag() throws MalformedInputException {
    int value = octet();
    if (value > 1) {
      throw malformed("neither yes nor no");
    }
    return value == 1;
  }

  <E extends Enum<E>> E name(E[] known) throws MalformedInputException {
    String name = text();
    for (E each : known) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw malformed("a word that is not known here");
  }

  <T> Optional<T> optional(Part<T> part) throws MalformedInputException {
    return flag() ? Optional.of(part.read()) : Optional.empty();
  }

  <T> List<T> list(Part<T> part) throws MalformedInputException {
    // Of all lists together, so that small entries cannot become large objects without end.
    int size = number(entriesLeft);
    entriesLeft -= size;
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(part.read());
    }
    return values;
  }

  MalformedInputException malformed(String problem) {
    return new MalformedInputException(source, "byte " + at, problem);
  }

  /** Reads one part. */
  @FunctionalInterface
  interface Part<T> {
    T read() throws MalformedInputException;
  }

  private int fourBytes() throws MalformedInputException {
    require(4);
    at += 4;
    return content[at - 4] << 24
        | (content[at - 3] & 0xFF) << 16
        | (content[at - 2] & 0xFF) << 8
        | (content[at - 1] & 0xFF);
  }

  private String narrow(int length) throws MalformedInputException {
    require(length);
    at += length;
    return new String(content, at - length, length, StandardCharsets.ISO_8859_1);
  }

  private String wide(int length) throws MalformedInputException {
    require(2 * length);
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      characters[i] = (char) (content[at] << 8 | (content[at + 1] & 0xFF));
      at += 2;
    }
    return new String(characters);
  }

  private void require(int length) throws MalformedInputException {
    if (content.length - at < length) {
      throw malformed("is cut off");
    }
  }
}
