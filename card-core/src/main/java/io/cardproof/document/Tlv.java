package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One data object of a file in BER-TLV, ISO 7816-4 §5.2.2. Reading allocates no more than the file
 * is long, stops at the siblings that {@link ContentLimits} allows, and never believes a length
 * that the file cannot hold.
 *
 * @param file the file that the object was read from
 * @param tag the tag with its leading bytes, such as {@code 0x61} or {@code 0x7F60}
 * @param offset where the object begins in the file
 * @param valueOffset where its value begins in the file
 * @param encoded the whole object, tag and length included
 */
public record Tlv(FileId file, int tag, int offset, int valueOffset, Bytes encoded) {
  private static final int MAX_TAG_BYTES = 3;
  private static final int MAX_LENGTH_BYTES = 4;

  /**
   * The single object that a file consists of, with the tag that the file demands. Bytes after it
   * are padding of the chip's memory and are left out.
   *
   * @throws MalformedDocumentException if the file is empty, cut off, or begins with another tag
   */
  public static Tlv template(FileId file, Bytes content) throws MalformedDocumentException {
    Tlv first = readAt(file, content, 0, 0);
    if (first.tag != file.tag()) {
      throw new MalformedDocumentException(file, "byte 0", "not the tag of this file");
    }
    return first;
  }

  /**
   * The object that a file begins with, whatever its tag, and cut off where the file ends: for
   * content whose hash says that its issuer meant it so.
   *
   * @throws MalformedDocumentException if the file is empty, or has no tag and length
   */
  public static Tlv outermost(FileId file, Bytes content) throws MalformedDocumentException {
    Cursor cursor = new Cursor(file, content, 0, 0);
    int tag = cursor.tag();
    int length = cursor.length();
    int valueAt = cursor.at();
    int end = valueAt + Math.min(length, content.length() - valueAt);
    return new Tlv(file, tag, 0, valueAt, content.slice(0, end));
  }

  /** The objects that {@code content} is a row of. */
  public static List<Tlv> row(FileId file, Bytes content) throws MalformedDocumentException {
    return row(file, content, 0);
  }

  /**
   * The objects that {@code content} is a row of, up to the padding of the chip's memory: bytes 00
   * or FF where a tag should stand.
   */
  public static List<Tlv> paddedRow(FileId file, Bytes content) throws MalformedDocumentException {
    int end = content.length();
    while (end > 0 && isPadding(content.at(end - 1))) {
      end--;
    }
    List<Tlv> objects = new ArrayList<>();
    int at = 0;
    // What looks like padding at the end may belong to the last object.
    while (at < content.length() && !(at >= end && isPadding(content.at(at)))) {
      requireRoom(file, objects, at);
      Tlv object = readAt(file, content, at, 0);
      objects.add(object);
      at += object.encoded.length();
    }
    return List.copyOf(objects);
  }

  /** The value, without tag and length. */
  public Bytes value() {
    return encoded.from(valueOffset - offset);
  }

  /** Whether it announces more than there is; only an {@link #outermost} object may. */
  public boolean isCutOff() {
    int header = valueOffset - offset;
    int tagBytes = tag > 0xFFFF ? 3 : tag > 0xFF ? 2 : 1;
    long length = encoded.at(tagBytes);
    if (header > tagBytes + 1) {
      length = BigEndian.number(encoded, tagBytes + 1, header - tagBytes - 1);
    }
    return length > encoded.length() - header;
  }

  /** The objects inside this one, in their order. */
  public List<Tlv> children() throws MalformedDocumentException {
    return row(file, value(), valueOffset);
  }

  /** The first object inside this one that has {@code wanted} as its tag. */
  public Optional<Tlv> child(int wanted) throws MalformedDocumentException {
    return children().stream().filter(child -> child.tag == wanted).findFirst();
  }

  /** The first object inside this one that has {@code wanted} as its tag; it must be there. */
  public Tlv demand(int wanted) throws MalformedDocumentException {
    return child(wanted)
        .orElseThrow(
            () -> malformed(String.format("object %02X is missing inside this one", wanted)));
  }

  /** A fault of this object, to be thrown by a parser that knows what belongs here. */
  public MalformedDocumentException malformed(String problem) {
    return new MalformedDocumentException(file, "byte " + offset, problem);
  }

  private static List<Tlv> row(FileId file, Bytes content, int base)
      throws MalformedDocumentException {
    List<Tlv> objects = new ArrayList<>();
    int at = 0;
    while (at < content.length()) {
      requireRoom(file, objects, base + at);
      Tlv object = readAt(file, content, at, base);
      objects.add(object);
      at += object.encoded.length();
    }
    return List.copyOf(objects);
  }

  private static void requireRoom(FileId file, List<Tlv> objects, int at)
      throws MalformedDocumentException {
    if (objects.size() == ContentLimits.OBJECTS) {
      throw new MalformedDocumentException(file, "byte " + at, "too many objects");
    }
  }

  private static boolean isPadding(int value) {
    return value == 0x00 || value == 0xFF;
  }

  private static Tlv readAt(FileId file, Bytes content, int start, int base)
      throws MalformedDocumentException {
    Cursor cursor = new Cursor(file, content, start, base);
    int tag = cursor.tag();
    int length = cursor.length();
    int valueAt = cursor.at();
    if (length > content.length() - valueAt) {
      throw new MalformedDocumentException(
          file, "byte " + (base + start), "the length reaches past the end");
    }
    return new Tlv(file, tag, base + start, base + valueAt, content.slice(start, valueAt + length));
  }

  /** Walks over tag and length; every step is checked against the end. */
  private static final class Cursor {
    private final FileId file;
    private final Bytes content;
    private final int base;
    private int at;

    Cursor(FileId file, Bytes content, int at, int base) {
      this.file = file;
      this.content = content;
      this.at = at;
      this.base = base;
    }

    int at() {
      return at;
    }

    int tag() throws MalformedDocumentException {
      int tag = next();
      if ((tag & 0x1F) != 0x1F) {
        return tag;
      }
      for (int count = 1; count < MAX_TAG_BYTES; count++) {
        int part = next();
        tag = tag << 8 | part;
        if ((part & 0x80) == 0) {
          return tag;
        }
      }
      throw fault("the tag is too long");
    }

    int length() throws MalformedDocumentException {
      int first = next();
      if (first < 0x80) {
        return first;
      }
      int count = first & 0x7F;
      if (count == 0 || count > MAX_LENGTH_BYTES) {
        throw fault("the length has a form that is not allowed");
      }
      long length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | next();
      }
      return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private int next() throws MalformedDocumentException {
      if (at >= content.length()) {
        throw fault("cut off");
      }
      return content.at(at++);
    }

    private MalformedDocumentException fault(String problem) {
      return new MalformedDocumentException(file, "byte " + (base + at), problem);
    }
  }
}
