package io.cardproof.cli.show;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Paints a JPEG on a terminal: each character is two pixels, one above the other. */
public final class HalfBlocks {
  private static final int LARGEST_SIDE = 4096;
  private static final String RESET = "\u001b[0m";

  private HalfBlocks() {}

  /**
   * The lines of the picture, each {@code columns} characters wide.
   *
   * @return empty if it is no JPEG that can be shown: the report does without it then
   */
  public static Optional<List<String>> paint(byte[] jpeg, int columns) {
    try {
      return decode(jpeg).map(image -> lines(scale(image, columns)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Looks at the size before it makes the picture: a small file may claim a huge one. */
  private static Optional<BufferedImage> decode(byte[] jpeg) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    if (!readers.hasNext()) {
      return Optional.empty();
    }
    ImageReader reader = readers.next();
    try (InputStream bytes = new ByteArrayInputStream(jpeg);
        MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      reader.setInput(in);
      if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
        return Optional.empty();
      }
      return Optional.of(reader.read(0));
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage scale(BufferedImage image, int columns) {
    int rows = Math.max(2, Math.round((float) columns * image.getHeight() / image.getWidth()));
    BufferedImage small = new BufferedImage(columns, rows + rows % 2, BufferedImage.TYPE_INT_RGB);
    BufferedImage half = halve(image, columns);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(half, 0, 0, small.getWidth(), small.getHeight(), null);
    graphics.dispose();
    return small;
  }

  /** Halves again and again while it can: bilinear scaling alone would skip pixels. */
  private static BufferedImage halve(BufferedImage image, int columns) {
    BufferedImage smaller = image;
    while (smaller.getWidth() >= 2 * columns && smaller.getHeight() >= 2) {
      BufferedImage half =
          new BufferedImage(
              smaller.getWidth() / 2, smaller.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(smaller, 0, 0, half.getWidth(), half.getHeight(), null);
      graphics.dispose();
      smaller = half;
    }
    return smaller;
  }

  private static List<String> lines(BufferedImage image) {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < image.getWidth(); x++) {
        line.append(colour(38, image.getRGB(x, y)))
            .append(colour(48, image.getRGB(x, y + 1)))
            .append('▀');
      }
      lines.add(line.append(RESET).toString());
    }
    return List.copyOf(lines);
  }

  private static String colour(int plane, int rgb) {
    return "\u001b["
        + plane
        + ";2;"
        + (rgb >> 16 & 0xFF)
        + ";"
        + (rgb >> 8 & 0xFF)
        + ";"
        + (rgb & 0xFF)
        + "m";
  }
}
