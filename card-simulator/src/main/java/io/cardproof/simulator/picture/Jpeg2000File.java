package io.cardproof.simulator.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * JPEG 2000 portraits (ISO/IEC 15444-1) of an exact size. The code streams are made beforehand, one
 * for each face, so that nobody needs an encoder at run time.
 */
public final class Jpeg2000File {
  private static final int START_OF_TILE = 0xFF90;
  private static final int COMMENT = 0xFF64;
  private static final int COMMENT_HEAD = 6;
  private static final int MOST_IN_SEGMENT = 0xFFFF;
  private static final int BOX_HEAD = 8;
  private static final int SRGB = 16;
  private static final int BOXES_BEFORE_STREAM = 12 + 20 + BOX_HEAD + 22 + 15;

  private Jpeg2000File() {}

  /**
   * A bare code stream, filled up with a comment.
   *
   * @throws IllegalArgumentException if the portrait alone has more bytes
   */
  public static byte[] codeStream(Face face, int size) {
    byte[] stream = made(face);
    if (size == stream.length) {
      return stream;
    }
    int comment = size - stream.length;
    if (comment <= COMMENT_HEAD || comment > MOST_IN_SEGMENT + 2) {
      throw new IllegalArgumentException(
          "as a JPEG 2000 code stream this portrait takes "
              + (stream.length + COMMENT_HEAD + 1)
              + " to "
              + (stream.length + MOST_IN_SEGMENT + 2)
              + " bytes");
    }
    int tile = firstTile(stream);
    ByteBuffer padded = ByteBuffer.allocate(size);
    padded.put(stream, 0, tile);
    padded.putShort((short) COMMENT).putShort((short) (comment - 2)).putShort((short) 0);
    padded.position(tile + comment);
    return padded.put(stream, tile, stream.length - tile).array();
  }

  /**
   * The code stream in the boxes of a JP2 file.
   *
   * @throws IllegalArgumentException if portrait and boxes alone have more bytes
   */
  public static byte[] jp2(Face face, int size) {
    byte[] stream = codeStream(face, size - BOXES_BEFORE_STREAM - BOX_HEAD);
    ByteBuffer file = ByteBuffer.allocate(size);
    box(file, 12, "jP  ").putInt(0x0D0A870A);
    box(file, 20, "ftyp").put("jp2 ".getBytes(US_ASCII)).putInt(0).put("jp2 ".getBytes(US_ASCII));
    box(file, BOX_HEAD + 22 + 15, "jp2h");
    box(file, 22, "ihdr").putInt(Portrait.HEIGHT).putInt(Portrait.WIDTH).putShort((short) 3);
    file.put((byte) 7).put((byte) 7).put((byte) 0).put((byte) 0);
    box(file, 15, "colr").put((byte) 1).put((byte) 0).put((byte) 0).putInt(SRGB);
    return box(file, BOX_HEAD + stream.length, "jp2c").put(stream).array();
  }

  /** Where the stream of a face is kept, beside this class. */
  static String resource(Face face) {
    return face.name().toLowerCase(Locale.ROOT) + ".j2k";
  }

  private static byte[] made(Face face) {
    try (InputStream in = Jpeg2000File.class.getResourceAsStream(resource(face))) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource(face));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int firstTile(byte[] stream) {
    int at = 2;
    ByteBuffer segments = ByteBuffer.wrap(stream);
    while ((segments.getShort(at) & 0xFFFF) != START_OF_TILE) {
      at += 2 + (segments.getShort(at + 2) & 0xFFFF);
    }
    return at;
  }

  private static ByteBuffer box(ByteBuffer file, int length, String type) {
    return file.putInt(length).put(type.getBytes(US_ASCII));
  }
}
