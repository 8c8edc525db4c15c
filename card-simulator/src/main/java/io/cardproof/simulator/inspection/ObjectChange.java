package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.Tlv;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Deviations of the data objects in a file; the lengths around them follow. A path names the tags
 * from the file's own down to the object; where several have one tag, the first is meant.
 */
final class ObjectChange {
  private ObjectChange() {}

  /** Without the object. */
  static UnaryOperator<byte[]> without(int... path) {
    return value(old -> new byte[0][], path);
  }

  /** The object with another value. */
  static UnaryOperator<byte[]> valued(UnaryOperator<byte[]> change, int... path) {
    int tag = path[path.length - 1];
    return value(old -> new byte[][] {Tlv.of(tag, change.apply(old.value()))}, path);
  }

  /** The object with this value. */
  static UnaryOperator<byte[]> valued(String hex, int... path) {
    return valued(old -> HexFormat.of().parseHex(hex), path);
  }

  /** The file without the object in the last of several templates. */
  static UnaryOperator<byte[]> withoutInLast(int object, int template, int... path) {
    return children(
        children -> {
          List<byte[]> changed = new ArrayList<>();
          int last = lastOf(children, template);
          for (int i = 0; i < children.size(); i++) {
            byte[] encoded = children.get(i).encoded();
            changed.add(i == last ? without(template, object).apply(encoded) : encoded);
          }
          return changed;
        },
        path);
  }

  private interface Substitute {
    byte[][] of(DataObject usual);
  }

  private interface Rewrite {
    List<byte[]> of(List<DataObject> children);
  }

  private static UnaryOperator<byte[]> value(Substitute substitute, int... path) {
    return content -> rewritten(content, 0, path, substitute);
  }

  private static byte[] rewritten(byte[] row, int depth, int[] path, Substitute substitute) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.length);
    boolean found = false;
    for (DataObject object : objects(row)) {
      if (found || object.tag() != path[depth]) {
        out.writeBytes(object.encoded());
      } else if (depth < path.length - 1) {
        found = true;
        out.writeBytes(
            Tlv.of(object.tag(), rewritten(object.value(), depth + 1, path, substitute)));
      } else {
        found = true;
        for (byte[] other : substitute.of(object)) {
          out.writeBytes(other);
        }
      }
    }
    if (!found) {
      throw new IllegalArgumentException(
          "the case needs an object " + Integer.toHexString(path[depth]));
    }
    return out.toByteArray();
  }

  private static UnaryOperator<byte[]> children(Rewrite rewrite, int... path) {
    return valued(
        value -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream(value.length);
          rewrite.of(objects(value)).forEach(out::writeBytes);
          return out.toByteArray();
        },
        path);
  }

  private static int lastOf(List<DataObject> objects, int tag) {
    for (int i = objects.size() - 1; i >= 0; i--) {
      if (objects.get(i).tag() == tag) {
        return i;
      }
    }
    throw new IllegalArgumentException("the case needs an object " + Integer.toHexString(tag));
  }

  private static List<DataObject> objects(byte[] row) {
    try {
      return DataObject.parseAll(row);
    } catch (MalformedDataException e) {
      throw new IllegalArgumentException("the case needs a file of data objects", e);
    }
  }
}
