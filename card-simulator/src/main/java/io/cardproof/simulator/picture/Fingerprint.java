package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Grows a fingerprint that is nobody's: out of noise, a filter along the flow of the ridges brings
 * forth ridges of an even width, with endings and forks where chance has it.
 */
public final class Fingerprint {
  /** Pixels of 500 to the inch. */
  public static final int WIDTH = 224;

  /** Pixels of 500 to the inch. */
  public static final int HEIGHT = 320;

  private static final int DIRECTIONS = 36;
  private static final int REACH = 6;
  private static final double PERIOD = 9;
  private static final double SPREAD = 3.2;
  private static final int ROUNDS = 5;
  private static final int PAPER = 238;
  private static final int INK = 46;

  private final double coreX;
  private final double coreY;
  private final double deltaX;
  private final double deltaY;
  private final double lean;
  private final SplittableRandom random;

  private Fingerprint(long seed) {
    random = new SplittableRandom(seed);
    double side = random.nextBoolean() ? 1 : -1;
    coreX = WIDTH * (0.5 + 0.04 * random.nextDouble(-1, 1));
    coreY = HEIGHT * (0.40 + 0.04 * random.nextDouble(-1, 1));
    deltaX = coreX + side * WIDTH * (0.34 + 0.06 * random.nextDouble());
    deltaY = HEIGHT * (0.74 + 0.05 * random.nextDouble());
    lean = -side * (0.12 + 0.06 * random.nextDouble());
  }

  /** WSQ of that many bytes; equal seeds give equal fingers. */
  public static byte[] wsq(long seed, int bytes) {
    return WsqFile.ofSize(grown(seed), bytes);
  }

  /** What {@link #wsq} compresses. */
  public static BufferedImage paint(long seed) {
    return grown(seed).toBufferedImage();
  }

  static GreyImage grown(long seed) {
    return new Fingerprint(seed).grow();
  }

  private GreyImage grow() {
    float[][] filters = filters();
    int[] flow = flow();
    float[] ridges = new float[WIDTH * HEIGHT];
    for (int i = 0; i < ridges.length; i++) {
      ridges[i] = (float) random.nextDouble(-1, 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      ridges = filtered(ridges, filters, flow);
    }
    return printed(ridges);
  }

  /** The directions of ridges about one core and one delta (Sherlock and Monro's model). */
  private int[] flow() {
    int[] directions = new int[WIDTH * HEIGHT];
    for (int i = 0; i < directions.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      double angle =
          (Math.atan2(y - coreY, x - coreX) - Math.atan2(y - deltaY, x - deltaX)) / 2 + lean;
      double turns = angle / Math.PI;
      directions[i] = (int) Math.floor((turns - Math.floor(turns)) * DIRECTIONS) % DIRECTIONS;
    }
    return directions;
  }

  private static float[][] filters() {
    int side = 2 * REACH + 1;
    float[][] filters = new float[DIRECTIONS][side * side];
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double angle = Math.PI * (direction + 0.5) / DIRECTIONS;
      double sum = 0;
      for (int i = 0; i < side * side; i++) {
        int x = i % side - REACH;
        int y = i / side - REACH;
        double across = -x * Math.sin(angle) + y * Math.cos(angle);
        double fall = Math.exp(-(x * x + y * y) / (2 * SPREAD * SPREAD));
        filters[direction][i] = (float) (fall * Math.cos(2 * Math.PI * across / PERIOD));
        sum += filters[direction][i];
      }
      for (int i = 0; i < side * side; i++) {
        filters[direction][i] -= (float) (sum / (side * side));
      }
    }
    return filters;
  }

  private static float[] filtered(float[] ridges, float[][] filters, int[] flow) {
    float[] next = new float[ridges.length];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        float[] filter = filters[flow[y * WIDTH + x]];
        next[y * WIDTH + x] = (float) Math.tanh(1.5 * response(ridges, filter, x, y));
      }
    }
    return next;
  }

  private static float response(float[] ridges, float[] filter, int x, int y) {
    float sum = 0;
    int tap = 0;
    for (int down = y - REACH; down <= y + REACH; down++) {
      if (down < 0 || down >= HEIGHT) {
        tap += 2 * REACH + 1;
        continue;
      }
      for (int right = x - REACH; right <= x + REACH; right++, tap++) {
        if (right >= 0 && right < WIDTH) {
          sum += filter[tap] * ridges[down * WIDTH + right];
        }
      }
    }
    return sum;
  }

  /** Ink on paper: an oval, unevenly pressed, with pores and grain. */
  private GreyImage printed(float[] ridges) {
    GreyImage image = new GreyImage(WIDTH, HEIGHT);
    double pressX = random.nextDouble(0.3, 0.7);
    double pressY = random.nextDouble(0.4, 0.7);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double right = (x - WIDTH / 2.0) / (WIDTH * 0.47);
        double down = (y - HEIGHT * 0.51) / (HEIGHT * 0.49);
        double edge = Math.sqrt(right * right + down * down);
        double inside = 1 / (1 + Math.exp((edge - 0.93) * 34));
        double far = Math.hypot(x / (double) WIDTH - pressX, y / (double) HEIGHT - pressY);
        double press = 0.14 - 0.42 * far * far;
        double ink = 1 / (1 + Math.exp(-3.2 * (ridges[y * WIDTH + x] + press)));
        double grain = random.nextDouble(-1, 1) * 5;
        image.set(x, y, PAPER - (PAPER - INK) * ink * inside + grain);
      }
    }
    return image;
  }
}
