package io.cardproof.image;

import io.cardproof.value.Bytes;

/**
 * A decoded picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param samples one byte each, pixel by pixel, row by row from the top
 */
public record Picture(int width, int height, int channels, Bytes samples) {
  /** Checks that the samples are all there. */
  public Picture {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("a picture has one or three channels");
    }
    if (width < 1 || height < 1 || samples.length() != (long) width * height * channels) {
      throw new IllegalArgumentException("a picture has width times height pixels");
    }
  }

  /** The colour at a place, as 0xRRGGBB. */
  public int rgb(int x, int y) {
    int at = (y * width + x) * channels;
    int red = samples.at(at);
    return channels == 1
        ? red << 16 | red << 8 | red
        : red << 16 | samples.at(at + 1) << 8 | samples.at(at + 2);
  }

  /** The picture as a PNG file. */
  public Bytes png() {
    return new PngWriter(this).write();
  }
}
