package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Draws a signature that is nobody's: one line of loops, ink on white. */
public final class Signature {
  /** Pixels across. */
  public static final int WIDTH = 320;

  /** Pixels down. */
  public static final int HEIGHT = 96;

  private static final int STEPS = 2600;
  private static final int INK = 40;

  private Signature() {}

  /** JPEG of that many bytes; equal seeds give equal signatures. */
  public static byte[] jpeg(long seed, int bytes) {
    return JpegFile.ofSize(paint(seed), bytes);
  }

  /** What {@link #jpeg} compresses. */
  public static BufferedImage paint(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GreyImage image = new GreyImage(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.set(x, y, 252);
      }
    }
    double loops = random.nextDouble(7, 11);
    double phase = random.nextDouble(6);
    double swing = random.nextDouble(1.3, 2.2);
    for (int step = 0; step < STEPS; step++) {
      double t = step / (double) STEPS;
      double tall = 30 * (0.35 + 0.65 * Math.abs(Math.cos(swing * Math.PI * t + phase)));
      double x = 26 + 262 * t + 13 * Math.sin(2 * Math.PI * loops * t);
      double y = 50 - tall * Math.cos(2 * Math.PI * loops * t + 0.4) * (1 - 0.55 * t) + 6 * t;
      dot(image, x, y, 1.1 + 0.5 * Math.sin(2 * Math.PI * loops * t));
    }
    return image.toBufferedImage();
  }

  private static void dot(GreyImage image, double centreX, double centreY, double radius) {
    for (int y = (int) centreY - 3; y <= centreY + 3; y++) {
      for (int x = (int) centreX - 3; x <= centreX + 3; x++) {
        if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
          double ink =
              Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x - centreX, y - centreY)));
          image.set(x, y, Math.min(image.at(x, y), 252 - (252 - INK) * ink));
        }
      }
    }
  }
}
