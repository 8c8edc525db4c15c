package io.cardproof.value;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable sequence of bytes with content equality. Its text form says the length only, so that
 * what a chip holds never reaches a log by accident.
 */
public final class Bytes {
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** No bytes. */
  public static Bytes empty() {
    return EMPTY;
  }

  /** A copy of {@code content}; the caller keeps its array. */
  public static Bytes of(byte... content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /** A copy of {@code content} from {@code from} (inclusive) to {@code to} (exclusive). */
  public static Bytes of(byte[] content, int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, checked(from, to, content.length), to));
  }

  /**
   * The bytes that {@code hex} spells, two digits a byte, in either case.
   *
   * @throws IllegalArgumentException if it is not hexadecimal
   */
  public static Bytes ofHex(String hex) {
    try {
      return new Bytes(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      // The parser's own text quotes the input.
      throw new IllegalArgumentException("not hexadecimal, two digits a byte");
    }
  }

  /** All {@code parts}, one after the other. */
  public static Bytes concat(Bytes... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Bytes part : parts) {
      out.writeBytes(part.content);
    }
    return new Bytes(out.toByteArray());
  }

  /** How many bytes there are. */
  public int length() {
    return content.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return content.length == 0;
  }

  /**
   * The byte at {@code index} as a number from 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is no such byte
   */
  public int at(int index) {
    return content[index] & 0xFF;
  }

  /** A copy of the content, owned by the caller. */
  public byte[] toByteArray() {
    return content.clone();
  }

  /**
   * The bytes from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if they are not all there
   */
  public Bytes slice(int from, int to) {
    return of(content, from, to);
  }

  /** The bytes from {@code from} to the end. */
  public Bytes from(int from) {
    return slice(from, content.length);
  }

  /** Whether the content begins with {@code prefix}. */
  public boolean startsWith(Bytes prefix) {
    return prefix.content.length <= content.length
        && Arrays.equals(
            content, 0, prefix.content.length, prefix.content, 0, prefix.content.length);
  }

  /** Equality in a time that does not depend on where the contents differ. */
  public boolean equalsInConstantTime(Bytes other) {
    return MessageDigest.isEqual(content, other.content);
  }

  /** Lower-case hexadecimal. For files and output that the caller asked for, never for a log. */
  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  /** SHA-256 of the content. */
  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }

  private static int checked(int from, int to, int length) {
    if (from < 0 || to < from || to > length) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + length);
    }
    return from;
  }
}
