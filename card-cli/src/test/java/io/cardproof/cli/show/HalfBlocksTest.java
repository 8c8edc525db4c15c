package io.cardproof.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.EncodedImage;
import io.cardproof.value.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A portrait as half blocks")
final class HalfBlocksTest {
  @Test
  @DisplayName("300 × 400 pixels in 28 columns are 19 lines, each ended by a reset")
  void keepsProportions() throws IOException {
    List<String> lines = HalfBlocks.paint(image(jpeg(300, 400)), 28).orElseThrow();

    assertEquals(19, lines.size());
    for (String line : lines) {
      assertEquals(28, line.chars().filter(c -> c == '▀').count());
      assertTrue(line.endsWith("\u001b[0m"), line);
    }
  }

  @Test
  @DisplayName("the upper pixel is the foreground, the lower the background")
  void colours() throws IOException {
    List<String> lines = HalfBlocks.paint(image(jpeg(280, 560)), 28).orElseThrow();

    assertTrue(lines.get(0).startsWith("\u001b[38;2;25"), lines.get(0));
    assertTrue(lines.get(lines.size() - 1).contains("\u001b[48;2;0;0;25"), "blue at the bottom");
  }

  @Test
  @DisplayName("what is no whole JPEG is left out, without an error")
  void brokenPicturesAreLeftOut() throws IOException {
    byte[] whole = jpeg(300, 400);

    assertTrue(HalfBlocks.paint(image(new byte[0]), 28).isEmpty());
    assertTrue(HalfBlocks.paint(image(new byte[] {1, 2, 3}), 28).isEmpty());
    assertTrue(HalfBlocks.paint(image(Arrays.copyOf(whole, 40)), 28).isEmpty());
  }

  @Test
  @DisplayName("a picture that claims to be huge is not even decoded")
  void hugePicturesAreLeftOut() throws IOException {
    byte[] jpeg = jpeg(300, 400);
    for (int i = 0; i + 8 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFF);
      }
    }
    assertTrue(HalfBlocks.paint(image(jpeg), 28).isEmpty());
  }

  private static EncodedImage image(byte[] bytes) {
    return EncodedImage.of(Bytes.of(bytes));
  }

  /** Red above, blue below. */
  private static byte[] jpeg(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width, height / 2);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, height / 2, width, height - height / 2);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
