package io.cardproof.simulator.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The wavelet transform of WSQ (IAFIS-IC-0110 part 1): an image becomes subbands, each in the place
 * where it lies in the order of frequencies. A high band mirrors frequencies, so that its own bands
 * are stored the other way round.
 */
final class WsqTransform {
  /** The analysis filters, from the middle outwards; they are symmetric. */
  static final double[] LOW = {
    0.8526986790094034,
    0.3774028556126538,
    -0.11062440441842342,
    -0.02384946501938,
    0.03782845550699546
  };

  static final double[] HIGH = {
    0.7884856164056644, -0.4180922732222122, -0.04068941760955844, 0.06453888262893845
  };

  private static final Plan LEAF = new Plan(List.of());
  private static final Plan FOUR = new Plan(List.of(LEAF, LEAF, LEAF, LEAF));
  private static final Plan SIXTEEN = new Plan(List.of(FOUR, FOUR, FOUR, FOUR));
  private static final Plan LOWEST = new Plan(List.of(FOUR, LEAF, LEAF, LEAF));
  private static final Plan LOW_QUARTER = new Plan(List.of(LOWEST, FOUR, FOUR, FOUR));
  private static final Plan HALF = new Plan(List.of(LOW_QUARTER, SIXTEEN, SIXTEEN, LEAF));

  /** The last quarter, the finest grain, is left out of the file. */
  private static final Plan IMAGE = new Plan(List.of(HALF, FOUR, FOUR));

  private final int width;
  private final float[] data;
  private final List<float[]> subbands = new ArrayList<>();

  /** Into what a band is split: upper left, upper right, lower left, lower right; or not at all. */
  private record Plan(List<Plan> parts) {}

  /** A band and whether its frequencies are mirrored. */
  private record Band(int x, int y, int width, int height, Order across, Order down) {}

  private enum Order {
    LOW_FIRST,
    HIGH_FIRST
  }

  private WsqTransform(int width, float[] data) {
    this.width = width;
    this.data = data;
  }

  /** The 60 subbands that a file holds, in its order, each row by row. */
  static List<float[]> subbands(float[] pixels, int width) {
    WsqTransform transform = new WsqTransform(width, pixels.clone());
    int height = pixels.length / width;
    transform.split(new Band(0, 0, width, height, Order.LOW_FIRST, Order.LOW_FIRST), IMAGE);
    return transform.subbands;
  }

  private void split(Band band, Plan plan) {
    if (plan.parts().isEmpty()) {
      subbands.add(pixels(band));
      return;
    }
    for (int row = 0; row < band.height(); row++) {
      filter((band.y() + row) * width + band.x(), 1, band.width(), band.across());
    }
    for (int column = 0; column < band.width(); column++) {
      filter(band.y() * width + band.x() + column, width, band.height(), band.down());
    }
    List<Band> quarters = quarters(band);
    for (int i = 0; i < plan.parts().size(); i++) {
      split(quarters.get(i), plan.parts().get(i));
    }
  }

  private static List<Band> quarters(Band band) {
    int left = first(band.width(), band.across());
    int top = first(band.height(), band.down());
    int right = band.width() - left;
    int bottom = band.height() - top;
    int x = band.x();
    int y = band.y();
    return List.of(
        new Band(x, y, left, top, Order.LOW_FIRST, Order.LOW_FIRST),
        new Band(x + left, y, right, top, Order.HIGH_FIRST, Order.LOW_FIRST),
        new Band(x, y + top, left, bottom, Order.LOW_FIRST, Order.HIGH_FIRST),
        new Band(x + left, y + top, right, bottom, Order.HIGH_FIRST, Order.HIGH_FIRST));
  }

  /** Of an odd length the low half is the larger. */
  private static int first(int length, Order order) {
    return order == Order.LOW_FIRST ? (length + 1) / 2 : length / 2;
  }

  private void filter(int start, int stride, int length, Order order) {
    float[] line = new float[length];
    for (int i = 0; i < length; i++) {
      line[i] = data[start + i * stride];
    }
    int highs = length / 2;
    int lowStart = order == Order.LOW_FIRST ? 0 : highs;
    int highStart = order == Order.LOW_FIRST ? length - highs : 0;
    for (int i = 0; i < length; i++) {
      boolean low = i % 2 == 0;
      int place = (low ? lowStart : highStart) + i / 2;
      data[start + place * stride] = at(line, i, low ? LOW : HIGH);
    }
  }

  private static float at(float[] line, int centre, double[] filter) {
    double sum = filter[0] * line[centre];
    for (int tap = 1; tap < filter.length; tap++) {
      sum +=
          filter[tap]
              * (line[mirrored(centre - tap, line.length)]
                  + line[mirrored(centre + tap, line.length)]);
    }
    return (float) sum;
  }

  /** About the first and the last value, neither of them repeated. */
  private static int mirrored(int index, int length) {
    int last = length - 1;
    int inside = index;
    while (inside < 0 || inside > last) {
      inside = inside < 0 ? -inside : 2 * last - inside;
      if (last == 0) {
        return 0;
      }
    }
    return inside;
  }

  private float[] pixels(Band band) {
    float[] values = new float[band.width() * band.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data[(band.y() + i / band.width()) * width + band.x() + i % band.width()];
    }
    return values;
  }
}
