package io.cardproof.image;

import io.cardproof.value.Bytes;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Pictures out of the JDK's images. */
final class Rasters {
  private Rasters() {}

  static Picture picture(BufferedImage image) {
    boolean grey =
        image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    return grey ? grey(image) : colour(image);
  }

  /** The samples themselves: the JDK's colours of a grey image are brightened on the way. */
  private static Picture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int height = image.getHeight();
    int bits = Math.min(16, image.getColorModel().getComponentSize(0));
    int white = (1 << bits) - 1;
    byte[] samples = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = (byte) ((row[x] & white) * 255 / white);
      }
    }
    return new Picture(width, height, 1, Bytes.of(samples));
  }

  private static Picture colour(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] samples = new byte[width * height * 3];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        samples[at++] = (byte) (rgb >> 16);
        samples[at++] = (byte) (rgb >> 8);
        samples[at++] = (byte) rgb;
      }
    }
    return new Picture(width, height, 3, Bytes.of(samples));
  }
}
