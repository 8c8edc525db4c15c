package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the objects of a CV certificate one by one, in the fixed order of TR-03110-3 §D.2. No
 * length is believed that the content cannot hold, and nothing is allocated beyond the content.
 */
final class CvReader {
  private static final int LONG_TAG = 0x1F;
  private static final int MAX_LENGTH_BYTES = 3;

  private final String source;
  private final Bytes content;
  private final int base;
  private int at;

  private CvReader(String source, Bytes content, int base) {
    this.source = source;
    this.content = content;
    this.base = base;
  }

  static CvReader of(String source, Bytes content) {
    return new CvReader(source, content, 0);
  }

  boolean hasNext() {
    return at < content.length();
  }

  /** Where the next object begins. */
  int position() {
    return at;
  }

  /** What has not been taken yet. */
  Bytes rest() {
    return content.from(at);
  }

  /** The value of the next object, which has this tag. */
  Bytes value(CvTag tag) throws MalformedInputException {
    CvReader inside = nested(tag);
    return inside.content;
  }

  /** The objects inside the next one, which has this tag. */
  CvReader nested(CvTag tag) throws MalformedInputException {
    int start = at;
    if (!hasNext() || tag() != tag.value()) {
      at = start;
      throw malformed(tag.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " is missing here");
    }
    int length = length();
    if (length > content.length() - at) {
      at = start;
      throw malformed("the length reaches past the end");
    }
    CvReader inside = new CvReader(source, content.slice(at, at + length), base + at);
    at += length;
    return inside;
  }

  /** The value of the next object, if it has this tag. */
  Optional<Bytes> optional(CvTag tag) throws MalformedInputException {
    int start = at;
    boolean present = hasNext() && tag() == tag.value();
    at = start;
    return present ? Optional.of(value(tag)) : Optional.empty();
  }

  BigInteger number(CvTag tag) throws MalformedInputException {
    Bytes value = value(tag);
    if (value.isEmpty()) {
      throw malformed("a number without digits");
    }
    return new BigInteger(1, value.toByteArray());
  }

  void end() throws MalformedInputException {
    if (hasNext()) {
      throw malformed("more than belongs here");
    }
  }

  MalformedInputException malformed(String problem) {
    return new MalformedInputException(source, "byte " + (base + at), problem);
  }

  private int tag() throws MalformedInputException {
    int first = next();
    return (first & LONG_TAG) == LONG_TAG ? first << 8 | next() : first;
  }

  private int length() throws MalformedInputException {
    int first = next();
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7F;
    if (count == 0 || count > MAX_LENGTH_BYTES) {
      throw malformed("the length has a form that is not allowed");
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | next();
    }
    return length;
  }

  private int next() throws MalformedInputException {
    if (!hasNext()) {
      throw malformed("cut off");
    }
    return content.at(at++);
  }
}
