package io.cardproof.simulator.tlv;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A BER-TLV data object, ISO/IEC 7816-4 §5.2.2, with tags of one or two bytes. */
public final class DataObject {
  private final int tag;
  private final byte[] value;
  private final byte[] encoded;

  private DataObject(int tag, byte[] value, byte[] encoded) {
    this.tag = tag;
    this.value = value;
    this.encoded = encoded;
  }

  /** A new object. */
  public static byte[] encode(int tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 6);
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    out.writeBytes(length(value.length));
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** A new object, with what it is made of. */
  public static DataObject of(int tag, byte[] value) {
    return new DataObject(tag, value.clone(), encode(tag, value));
  }

  /**
   * All objects, one behind the other.
   *
   * @throws MalformedDataException if anything is left over or cut off
   */
  public static List<DataObject> parseAll(byte[] bytes) throws MalformedDataException {
    List<DataObject> objects = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      DataObject next = parse(bytes, at);
      objects.add(next);
      at += next.encoded.length;
    }
    return objects;
  }

  /** The tag, its one or two bytes as a number. */
  public int tag() {
    return tag;
  }

  /** The value; a copy. */
  public byte[] value() {
    return value.clone();
  }

  /** Tag, length and value as they came; a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    if (length < 0x100) {
      return new byte[] {(byte) 0x81, (byte) length};
    }
    if (length < 0x10000) {
      return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }
    return new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
  }

  private static DataObject parse(byte[] bytes, int start) throws MalformedDataException {
    int at = start;
    int tag = bytes[at++] & 0xFF;
    if ((tag & 0x1F) == 0x1F) {
      int second = byteAt(bytes, at++);
      if (second >= 0x80) {
        throw new MalformedDataException("tag of more than two bytes");
      }
      tag = tag << 8 | second;
    }
    int length = byteAt(bytes, at++);
    if (length > 0x83 || length == 0x80) {
      throw new MalformedDataException("length field");
    }
    if (length > 0x80) {
      int bytesOfLength = length - 0x80;
      length = 0;
      for (int i = 0; i < bytesOfLength; i++) {
        length = length << 8 | byteAt(bytes, at++);
      }
    }
    if (length > bytes.length - at) {
      throw new MalformedDataException("value cut off");
    }
    int end = at + length;
    return new DataObject(
        tag, Arrays.copyOfRange(bytes, at, end), Arrays.copyOfRange(bytes, start, end));
  }

  private static int byteAt(byte[] bytes, int at) throws MalformedDataException {
    if (at >= bytes.length) {
      throw new MalformedDataException("header cut off");
    }
    return bytes[at] & 0xFF;
  }
}
