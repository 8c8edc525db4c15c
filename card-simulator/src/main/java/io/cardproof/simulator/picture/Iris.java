package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Paints an eye that is nobody's, as a near-infrared camera sees it. */
public final class Iris {
  /** Pixels of the rectangular image. */
  public static final int WIDTH = 320;

  /** Pixels of the rectangular image. */
  public static final int HEIGHT = 240;

  private static final double IRIS = 84;
  private static final int WAVES = 26;

  private final SplittableRandom random;
  private final double centreX = WIDTH / 2.0;
  private final double centreY = HEIGHT / 2.0 + 4;
  private final double pupil;
  private final double[][] waves = new double[WAVES][];

  private Iris(long seed) {
    random = new SplittableRandom(seed);
    pupil = 30 + 6 * random.nextDouble();
    for (int i = 0; i < WAVES; i++) {
      waves[i] =
          new double[] {
            random.nextInt(5, 64), random.nextDouble(-9, 9), random.nextDouble(2 * Math.PI)
          };
    }
  }

  /** JPEG of that many bytes; equal seeds give equal eyes. */
  public static byte[] jpeg(long seed, int bytes) {
    return JpegFile.ofSize(paint(seed), bytes);
  }

  /** What {@link #jpeg} compresses. */
  public static BufferedImage paint(long seed) {
    return new Iris(seed).painted().toBufferedImage();
  }

  private GreyImage painted() {
    GreyImage image = new GreyImage(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double eye = eye(x, y);
        double lids = edge(lid(x, y), 2.5);
        image.set(x, y, eye * (1 - lids) + skin(x, y) * lids + random.nextDouble(-1, 1) * 2.5);
      }
    }
    return image;
  }

  private double eye(int x, int y) {
    double radius = Math.hypot(x - centreX, y - centreY);
    double white = 205 - 0.16 * Math.abs(x - centreX);
    double ring = iris(radius, Math.atan2(y - centreY, x - centreX));
    double value = ring + (white - ring) * edge(radius - IRIS, 3);
    value = 28 + (value - 28) * edge(radius - pupil, 1.6);
    double glint = edge(7 - Math.hypot(x - centreX - 11, y - centreY + 12), 1.2);
    double shadow = 0.72 + 0.28 * edge(-lid(x, y) - 9, 9);
    return (value + (250 - value) * glint) * shadow;
  }

  /** Fibres from the pupil outwards, a bright collar near it, a dark rim. */
  private double iris(double radius, double angle) {
    double depth = (radius - pupil) / (IRIS - pupil);
    double fibres = 0;
    for (double[] wave : waves) {
      fibres += Math.cos(wave[0] * angle + wave[1] * depth + wave[2]);
    }
    double collar = 16 * Math.exp(-Math.pow((depth - 0.28 - 0.03 * Math.cos(9 * angle)) * 9, 2));
    double rim = 46 * Math.pow(Math.max(0, depth), 6);
    return 118 + fibres * 5.2 + collar - rim;
  }

  /** Positive on the lids, negative between them. */
  private double lid(int x, int y) {
    double right = (x - centreX) / (WIDTH * 0.46);
    double opening = 1 - right * right;
    double above = centreY - 70 * opening - y;
    double below = y - centreY - 66 * opening;
    return Math.max(above, below);
  }

  private double skin(int x, int y) {
    double lash = Math.max(0, 1 - Math.abs(lid(x, y) - 5) / 7);
    double fold = Math.exp(-Math.pow((lid(x, y) - 24) / 6, 2));
    double hairs = 0.5 + 0.5 * Math.cos(0.9 * x + 0.04 * (x - centreX) * (y - centreY) / 9);
    return 172 - 70 * lash * hairs - 22 * fold - 0.1 * Math.abs(y - centreY);
  }

  /** 0 well below zero, 1 well above. */
  private static double edge(double distance, double softness) {
    return Math.max(0, Math.min(1, 0.5 + distance / (2 * softness)));
  }
}
