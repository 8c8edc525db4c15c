package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * The border to the ASN.1 library: whatever it throws at hostile bytes becomes a {@link
 * MalformedDocumentException}, and nesting is measured before it may recurse.
 */
final class Der {
  private static final int CONSTRUCTED = 0x20;
  private static final int INDEFINITE = -1;

  private Der() {}

  /** What is done with a parsed object. */
  interface Reading<T> {
    T read(ASN1Primitive object) throws IOException, MalformedDocumentException;
  }

  /** Parses the one object that {@code content} is, and has it read. */
  static <T> T read(FileId file, Bytes content, int maxLength, Reading<T> reading)
      throws MalformedDocumentException {
    if (content.length() > maxLength) {
      throw new MalformedDocumentException(file, "byte " + maxLength, "longer than allowed");
    }
    checkNesting(file, content);
    try {
      return reading.read(ASN1Primitive.fromByteArray(content.toByteArray()));
    } catch (IOException | RuntimeException e) {
      // Not as a cause: the library's texts may quote what it read.
      throw new MalformedDocumentException(file, "ASN.1 structure", "not as the standard says");
    }
  }

  /** The encoding as it was read: the order of sets is kept. */
  static Bytes encoded(ASN1Encodable object) throws IOException {
    return Bytes.of(object.toASN1Primitive().getEncoded());
  }

  /** Definite lengths, with the order of sets kept. */
  static Bytes definite(ASN1Encodable object) throws IOException {
    return Bytes.of(object.toASN1Primitive().getEncoded(ASN1Encoding.DL));
  }

  /** One pass over tags and lengths, with a stack of ends. */
  private static void checkNesting(FileId file, Bytes content) throws MalformedDocumentException {
    int[] ends = new int[ContentLimits.NESTING];
    int depth = 0;
    int at = 0;
    while (at < content.length()) {
      while (depth > 0 && ends[depth - 1] == at) {
        depth--;
      }
      int start = at;
      boolean constructed = (byteAt(file, content, at) & CONSTRUCTED) != 0;
      at = afterTag(file, content, at);
      int first = byteAt(file, content, at++);
      if (first == 0x80) {
        depth = push(file, start, ends, depth, INDEFINITE);
        continue;
      }
      int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
      long length = lengthBytes == 0 ? first : number(file, content, at, lengthBytes);
      at += lengthBytes;
      if (length > content.length() - at) {
        throw new MalformedDocumentException(
            file, "byte " + start, "the length reaches past the end");
      }
      if (endOfContents(content, start, length) && depth > 0 && ends[depth - 1] == INDEFINITE) {
        depth--;
      } else if (constructed && length > 0) {
        depth = push(file, start, ends, depth, at + (int) length);
      } else {
        at += (int) length;
      }
    }
  }

  private static boolean endOfContents(Bytes content, int start, long length) {
    return content.at(start) == 0 && length == 0;
  }

  private static int push(FileId file, int start, int[] ends, int depth, int end)
      throws MalformedDocumentException {
    if (depth == ends.length) {
      throw new MalformedDocumentException(file, "byte " + start, "nested too deeply");
    }
    ends[depth] = end;
    return depth + 1;
  }

  private static int afterTag(FileId file, Bytes content, int at)
      throws MalformedDocumentException {
    if ((byteAt(file, content, at++) & 0x1F) != 0x1F) {
      return at;
    }
    while ((byteAt(file, content, at++) & 0x80) != 0) {
      // More bytes of the tag follow.
    }
    return at;
  }

  private static long number(FileId file, Bytes content, int at, int count)
      throws MalformedDocumentException {
    if (count > 4) {
      throw new MalformedDocumentException(
          file, "byte " + at, "the length has a form that is not allowed");
    }
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | byteAt(file, content, at + i);
    }
    return number;
  }

  private static int byteAt(FileId file, Bytes content, int at) throws MalformedDocumentException {
    if (at >= content.length()) {
      throw new MalformedDocumentException(file, "byte " + at, "cut off");
    }
    return content.at(at);
  }
}
