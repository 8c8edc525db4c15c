package io.cardproof.evidence;

import io.cardproof.error.MalformedInputException;

/**
 * A first walk over DER that allocates nothing: every length is definite, shortest and inside its
 * parent, and nothing is nested deeper than evidence is. The parser behind it then meets nothing
 * that could exhaust memory or stack.
 */
final class DerShape {
  private static final int MAX_DEPTH = 6;
  private static final int CONSTRUCTED = 0x20;

  private final byte[] content;
  private final String source;

  DerShape(byte[] content, String source) {
    this.content = content;
    this.source = source;
  }

  void check() throws MalformedInputException {
    int end = element(0, content.length, 1);
    if (end != content.length) {
      throw malformed(end, "bytes after the end");
    }
  }

  private int element(int start, int limit, int depth) throws MalformedInputException {
    if (depth > MAX_DEPTH) {
      throw malformed(start, "nested too deeply");
    }
    if (limit - start < 2) {
      throw malformed(start, "cut short");
    }
    int tag = content[start] & 0xFF;
    int first = content[start + 1] & 0xFF;
    int lengthBytes = first < 0x80 ? 0 : first - 0x80;
    if (first == 0x80 || lengthBytes > 3 || (tag & 0x1F) == 0x1F) {
      throw malformed(start, "not DER of this format");
    }
    int body = start + 2 + lengthBytes;
    if (body > limit) {
      throw malformed(start, "cut short");
    }
    int length = lengthBytes == 0 ? first : number(start + 2, body);
    if (length > limit - body) {
      throw malformed(start, "cut short");
    }
    int end = body + length;
    for (int at = body; (tag & CONSTRUCTED) != 0 && at < end; ) {
      at = element(at, end, depth + 1);
    }
    return end;
  }

  private int number(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = (value << 8) | (content[i] & 0xFF);
    }
    return value;
  }

  private MalformedInputException malformed(int place, String problem) {
    return new MalformedInputException(source, "byte " + place, problem);
  }
}
