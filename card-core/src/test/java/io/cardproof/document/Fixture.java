package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;

/** Data objects made byte by byte. */
public final class Fixture {
  private Fixture() {}

  /** One object with the shortest length field. */
  public static Bytes tlv(int tag, Bytes... parts) {
    Bytes value = Bytes.concat(parts);
    return Bytes.concat(tag(tag), length(value.length()), value);
  }

  /** One object whose length is written in two bytes, though one may do. */
  public static Bytes longTlv(int tag, Bytes... parts) {
    Bytes value = Bytes.concat(parts);
    int length = value.length();
    return Bytes.concat(
        tag(tag), Bytes.of((byte) 0x82, (byte) (length >> 8), (byte) length), value);
  }

  public static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Bytes tag(int tag) {
    return tag > 0xFF ? Bytes.of((byte) (tag >> 8), (byte) tag) : Bytes.of((byte) tag);
  }

  private static Bytes length(int length) {
    if (length < 0x80) {
      return Bytes.of((byte) length);
    }
    return length < 0x100
        ? Bytes.of((byte) 0x81, (byte) length)
        : Bytes.of((byte) 0x82, (byte) (length >> 8), (byte) length);
  }
}
