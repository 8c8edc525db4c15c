package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Baseline JPEG files of an exact size. */
public final class JpegFile {
  private static final int START_OF_IMAGE_BYTES = 2;
  private static final int EMPTY_COMMENT_BYTES = 4;
  private static final int COMMENT_MARKER = 0xFFFE;
  private static final int SEARCH_STEPS = 7;

  private JpegFile() {}

  /** The best quality that fits, filled up to {@code size} bytes with a comment segment. */
  public static byte[] ofSize(BufferedImage image, int size) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      return pad(bestFit(writer, image, size - EMPTY_COMMENT_BYTES), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static byte[] bestFit(ImageWriter writer, BufferedImage image, int most)
      throws IOException {
    byte[] best = encode(writer, image, 0);
    float low = 0;
    float high = 1;
    for (int step = 0; step < SEARCH_STEPS; step++) {
      float quality = (low + high) / 2;
      byte[] candidate = encode(writer, image, quality);
      if (candidate.length <= most) {
        best = candidate;
        low = quality;
      } else {
        high = quality;
      }
    }
    if (best.length > most) {
      throw new IllegalStateException("the picture does not fit into " + most + " bytes");
    }
    return best;
  }

  private static byte[] encode(ImageWriter writer, BufferedImage image, float quality)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return out.toByteArray();
  }

  /** The comment goes before the end of the image: JFIF wants its own segment first. */
  private static byte[] pad(byte[] jpeg, int size) {
    int comment = size - jpeg.length - START_OF_IMAGE_BYTES;
    int end = jpeg.length - 2;
    ByteBuffer padded = ByteBuffer.allocate(size);
    padded.put(jpeg, 0, end).putShort((short) COMMENT_MARKER).putShort((short) comment);
    padded.position(size - 2);
    return padded.put(jpeg, end, 2).array();
  }
}
