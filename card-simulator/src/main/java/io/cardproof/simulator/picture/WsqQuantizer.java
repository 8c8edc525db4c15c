package io.cardproof.simulator.picture;

/**
 * The uniform scalar quantiser of one subband (IAFIS-IC-0110 part 1 §2.2, §2.3).
 *
 * @param bin width of a bin; 0 if the subband is left out
 * @param zeroBin width of the one in the middle
 */
record WsqQuantizer(Scaled bin, Scaled zeroBin) {
  /** Where in its bin the decoder puts a value. */
  static final double BIN_CENTRE = 0.44;

  private static final double ZERO_BIN = 1.2;
  private static final double LEAST_VARIANCE = 1.01;
  private static final int COARSEST = 4;
  private static final int FINE = 52;
  private static final double[] WEIGHTS = {1.32, 1.08, 1.42, 1.08, 1.32, 1.42, 1.08, 1.08};
  private static final WsqQuantizer NONE = new WsqQuantizer(Scaled.of(0), Scaled.of(0));

  /**
   * Fits the bins to the variance of the subband.
   *
   * @param quality the larger, the narrower the bins
   */
  static WsqQuantizer of(int number, float[] subband, double quality) {
    double variance = variance(subband);
    if (variance < LEAST_VARIANCE) {
      return NONE;
    }
    double width =
        number < COARSEST ? 1 / quality : 10 / (quality * weight(number) * Math.log(variance));
    Scaled bin = Scaled.of(width);
    return new WsqQuantizer(bin, Scaled.of(ZERO_BIN * bin.value()));
  }

  boolean leavesOut() {
    return bin.mantissa() == 0;
  }

  int index(float value) {
    double half = zeroBin.value() / 2;
    if (value > half) {
      return (int) Math.floor((value - half) / bin.value()) + 1;
    }
    return value < -half ? (int) Math.ceil((value + half) / bin.value()) - 1 : 0;
  }

  private static double weight(int number) {
    return number < FINE ? 1 : WEIGHTS[number - FINE];
  }

  private static double variance(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    return values.length < 2 ? 0 : (squares - sum * sum / values.length) / (values.length - 1);
  }

  /** A decimal fraction as the tables hold it: so many places after the point. */
  record Scaled(int places, int mantissa) {
    private static final int MOST = 0xFFFF;

    static Scaled of(double value) {
      int places = 0;
      double mantissa = value;
      while (mantissa > 0 && mantissa * 10 < MOST) {
        mantissa *= 10;
        places++;
      }
      return new Scaled(places, (int) Math.round(mantissa));
    }

    double value() {
      return mantissa / Math.pow(10, places);
    }
  }
}
