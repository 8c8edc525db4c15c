package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Paints a friendly face that is nobody's. Plain arithmetic on pixels: no fonts, no display, and
 * the same image on every platform.
 */
public final class Portrait {
  /** Pixels across. */
  public static final int WIDTH = 300;

  /** Pixels down. */
  public static final int HEIGHT = 400;

  private static final int WHITE = 0xFDFBF7;
  private static final int DARK = 0x241A17;
  private static final int FRAME = 0x2A2622;
  private static final int GOLD = 0xD8AE4A;
  private static final int CURLS = 13;
  private static final int GRAIN = 7;

  private record Layer(Shape shape, int colour, double softness, double opacity) {}

  private final Look look;
  private final List<Layer> layers = new ArrayList<>();

  private Portrait(Look look) {
    this.look = look;
  }

  /** Paints one; the seed gives the grain of the picture. */
  public static BufferedImage paint(Face face, long seed) {
    Portrait portrait = new Portrait(Look.of(face));
    portrait.sketch();
    return portrait.render(new SplittableRandom(seed));
  }

  private void sketch() {
    Look.Skin skin = look.skin();
    sketchHairBehind();
    solid(Shape.ellipse(150, 432, 148, 118), look.clothes());
    solid(Shape.box(150, 295, 31, 32), skin.shade());
    solid(Shape.ellipse(150, 322, 33, 24), skin.shade());
    solid(Shape.ellipse(150, 330, 62, 22).without(Shape.ellipse(150, 318, 40, 22)), WHITE);
    solid(Shape.ellipse(80, 200, 12, 24).mirrored(), skin.shade());
    soft(Shape.ellipse(150, 290, 26, 8), skin.edge(), 7, 0.5);
    solid(Shape.ellipse(150, 195, 71, 95), skin.light());
    soft(Shape.ellipse(105, 232, 13, 9).mirrored(), skin.cheek(), 14, 0.45);
    sketchBeard();
    sketchHairBefore();
    sketchEyes();
    soft(Shape.ellipse(150, 229, 12, 5), skin.shade(), 4, 0.9);
    soft(Shape.ellipse(147, 205, 2.5, 20), skin.gleam(), 6, 0.6);
    solid(Shape.ellipse(150, 252, 25, 15).without(Shape.ellipse(150, 244, 29, 13)), skin.lips());
    sketchOrnaments();
  }

  private void sketchHairBehind() {
    switch (look.hair()) {
      case LONG -> solid(Shape.ellipse(150, 205, 92, 128), look.hairColour());
      case BUN -> solid(Shape.ellipse(150, 74, 38, 34), look.hairColour());
      case CURLY -> {
        for (int i = 0; i < CURLS; i++) {
          double angle = Math.PI * (0.78 + 1.44 * i / (CURLS - 1));
          solid(curl(angle, 86, 96), look.hairColour());
        }
      }
      case SHORT, BALD -> {}
    }
  }

  private static Shape curl(double angle, double radiusX, double radiusY) {
    return Shape.ellipse(150 + radiusX * Math.cos(angle), 172 + radiusY * Math.sin(angle), 27, 27);
  }

  private void sketchHairBefore() {
    if (look.hair() != Look.Hair.BALD) {
      solid(
          Shape.ellipse(150, 168, 80, 92).without(Shape.ellipse(150, 226, 68, 98)),
          look.hairColour());
    }
  }

  private void sketchBeard() {
    if (look.has(Look.Extra.BEARD)) {
      Shape jaw = Shape.ellipse(150, 214, 71, 84).without(Shape.ellipse(150, 190, 66, 56));
      Shape mouth = Shape.ellipse(150, 250, 22, 12);
      Shape brow = Shape.box(150, 150, 80, 56);
      soft(jaw.without(mouth).without(brow), look.hairColour(), 3, 0.85);
    }
  }

  private void sketchOrnaments() {
    if (look.has(Look.Extra.GLASSES)) {
      Shape glass = Shape.ellipse(120, 199, 25, 20);
      solid(glass.without(Shape.ellipse(120, 199, 22, 17)).mirrored(), FRAME);
      solid(Shape.box(150, 196, 6, 1.6), FRAME);
      solid(Shape.box(87, 195, 9, 1.6).mirrored(), FRAME);
    }
    if (look.has(Look.Extra.EARRINGS)) {
      solid(Shape.ellipse(77, 229, 4.5, 6.5).mirrored(), GOLD);
    }
  }

  private void sketchEyes() {
    solid(
        Shape.ellipse(121, 176, 17, 5).without(Shape.ellipse(121, 181, 19, 6)).mirrored(),
        look.hairColour());
    solid(Shape.ellipse(122, 198, 14, 8.5).mirrored(), WHITE);
    soft(
        Shape.ellipse(122, 197, 15, 11).without(Shape.ellipse(122, 201, 17, 11)).mirrored(),
        DARK,
        1.2,
        0.85);
    solid(Shape.ellipse(122, 198, 7.5, 7.5).mirrored(), 0x5A3B25);
    solid(Shape.ellipse(122, 198, 3.6, 3.6).mirrored(), DARK);
    solid(Shape.ellipse(125, 195, 1.8, 1.8), WHITE);
    solid(Shape.ellipse(181, 195, 1.8, 1.8), WHITE);
  }

  private void solid(Shape shape, int colour) {
    soft(shape, colour, 1.2, 1);
  }

  private void soft(Shape shape, int colour, double softness, double opacity) {
    layers.add(new Layer(shape, colour, softness, opacity));
  }

  private BufferedImage render(SplittableRandom grain) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    double[] pixel = new double[3];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double light = 1.08 - 0.22 * y / HEIGHT - 0.08 * Math.abs(x - 140) / WIDTH;
        blend(pixel, look.background(), 1);
        for (Layer layer : layers) {
          double distance = layer.shape().distance(x + 0.5, y + 0.5);
          double coverage = 0.5 - distance / (2 * layer.softness());
          if (coverage > 0) {
            blend(pixel, layer.colour(), Math.min(1, coverage) * layer.opacity());
          }
        }
        image.setRGB(x, y, rgb(pixel, light, grain.nextInt(-GRAIN, GRAIN + 1)));
      }
    }
    return image;
  }

  private static void blend(double[] pixel, int colour, double weight) {
    for (int i = 0; i < 3; i++) {
      int channel = colour >> (16 - 8 * i) & 0xFF;
      pixel[i] += (channel - pixel[i]) * weight;
    }
  }

  private static int rgb(double[] pixel, double light, int grain) {
    int rgb = 0;
    for (double channel : pixel) {
      int value = (int) (channel * light) + grain;
      rgb = rgb << 8 | Math.max(0, Math.min(255, value));
    }
    return rgb;
  }
}
