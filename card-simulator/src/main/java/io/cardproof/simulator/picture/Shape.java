package io.cardproof.simulator.picture;

/** A flat shape, told by its distance in pixels: negative inside, positive outside. */
@FunctionalInterface
interface Shape {
  double distance(double x, double y);

  /** An ellipse; the distance is near enough for a soft edge. */
  static Shape ellipse(double centreX, double centreY, double radiusX, double radiusY) {
    double smaller = Math.min(radiusX, radiusY);
    return (x, y) -> {
      double right = (x - centreX) / radiusX;
      double down = (y - centreY) / radiusY;
      return (Math.sqrt(right * right + down * down) - 1) * smaller;
    };
  }

  /** A rectangle with the given half sides. */
  static Shape box(double centreX, double centreY, double halfWidth, double halfHeight) {
    return (x, y) ->
        Math.max(Math.abs(x - centreX) - halfWidth, Math.abs(y - centreY) - halfHeight);
  }

  /** This shape where the other one is not. */
  default Shape without(Shape other) {
    return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
  }

  /** This shape and its mirror image about the middle of the portrait. */
  default Shape mirrored() {
    return (x, y) -> Math.min(distance(x, y), distance(Portrait.WIDTH - x, y));
  }
}
