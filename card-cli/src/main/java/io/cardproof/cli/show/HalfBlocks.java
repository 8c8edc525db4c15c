package io.cardproof.cli.show;

import io.cardproof.document.EncodedImage;
import io.cardproof.image.ImageDecoder;
import io.cardproof.image.ImageException;
import io.cardproof.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints an image on a terminal: each character is two pixels, one above the other. */
public final class HalfBlocks {
  private static final String RESET = "\u001b[0m";

  private final Picture picture;
  private final int columns;
  private final int rows;

  private HalfBlocks(Picture picture, int columns) {
    this.picture = picture;
    this.columns = columns;
    int natural = Math.max(2, Math.round((float) columns * picture.height() / picture.width()));
    this.rows = natural + natural % 2;
  }

  /**
   * The lines of the picture, each {@code columns} characters wide.
   *
   * @return empty if it is no image that can be shown: the report does without it then
   */
  public static Optional<List<String>> paint(EncodedImage image, int columns) {
    try {
      return Optional.of(new HalfBlocks(new ImageDecoder().decode(image), columns).lines());
    } catch (ImageException e) {
      return Optional.empty();
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < rows; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < columns; x++) {
        line.append(colour(38, x, y)).append(colour(48, x, y + 1)).append('▀');
      }
      lines.add(line.append(RESET).toString());
    }
    return List.copyOf(lines);
  }

  /** The mean colour of all pixels that fall on one half of a character. */
  private String colour(int plane, int column, int row) {
    int left = column * picture.width() / columns;
    int right = Math.max(left + 1, (column + 1) * picture.width() / columns);
    int top = row * picture.height() / rows;
    int bottom = Math.max(top + 1, (row + 1) * picture.height() / rows);
    long[] sums = new long[3];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = picture.rgb(x, y);
        sums[0] += rgb >> 16 & 0xFF;
        sums[1] += rgb >> 8 & 0xFF;
        sums[2] += rgb & 0xFF;
      }
    }
    int pixels = (right - left) * (bottom - top);
    return "\u001b["
        + plane
        + ";2;"
        + sums[0] / pixels
        + ";"
        + sums[1] / pixels
        + ";"
        + sums[2] / pixels
        + "m";
  }
}
