package io.cardproof.simulator.inspection;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Deviations of one file of the application, byte by byte; the length of the file stays. */
final class FileChange {
  private FileChange() {}

  /** The file that {@code change} makes of the usual one. */
  static CaseFault.Change of(int fid, UnaryOperator<byte[]> change) {
    return document -> document.with(fid, change.apply(Contents.file(document, fid)));
  }

  /** Other bytes at an offset. */
  static UnaryOperator<byte[]> at(int offset, String hex) {
    return content -> replaced(content, offset, hex);
  }

  /** Other bytes at an offset from where {@code mark} first stands. */
  static UnaryOperator<byte[]> from(String mark, int offset, String hex) {
    return content -> replaced(content, indexOf(content, mark) + offset, hex);
  }

  /** The length of the outermost object, greater or smaller by {@code difference}. */
  static UnaryOperator<byte[]> length(int difference) {
    return content -> {
      byte[] changed = content.clone();
      int last = (changed[1] & 0xFF) < 0x80 ? 1 : 1 + (changed[1] & 0x7F);
      changed[last] += (byte) difference;
      return changed;
    };
  }

  private static byte[] replaced(byte[] content, int offset, String hex) {
    byte[] changed = content.clone();
    byte[] other = HexFormat.of().parseHex(hex);
    System.arraycopy(other, 0, changed, offset, other.length);
    return changed;
  }

  private static int indexOf(byte[] content, String mark) {
    byte[] wanted = HexFormat.of().parseHex(mark);
    for (int i = 0; i + wanted.length <= content.length; i++) {
      if (Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the case needs a file with " + mark);
  }
}
