package io.cardproof.simulator.picture;

import java.awt.image.BufferedImage;

/** Pixels from 0, black, to 255, white, row by row. */
final class GreyImage {
  private final int width;
  private final int height;
  private final float[] pixels;

  GreyImage(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new float[width * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float at(int x, int y) {
    return pixels[y * width + x];
  }

  void set(int x, int y, double value) {
    pixels[y * width + x] = (float) Math.max(0, Math.min(255, value));
  }

  /** The pixels, rounded as a file has them. */
  float[] rounded() {
    float[] copy = new float[pixels.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Math.round(pixels[i]);
    }
    return copy;
  }

  BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < pixels.length; i++) {
      image.getRaster().setSample(i % width, i / width, 0, Math.round(pixels[i]));
    }
    return image;
  }
}
