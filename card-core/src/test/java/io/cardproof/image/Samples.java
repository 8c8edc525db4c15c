package io.cardproof.image;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import io.cardproof.document.EncodedImage;
import io.cardproof.value.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Images made by encoders that nobody here wrote. Their left half is red, their right half blue.
 */
final class Samples {
  static final int WIDTH = 90;
  static final int HEIGHT = 120;

  private Samples() {}

  static BufferedImage drawing(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
    graphics.dispose();
    return image;
  }

  static EncodedImage jpeg() throws IOException {
    return platform("jpeg", drawing(BufferedImage.TYPE_3BYTE_BGR));
  }

  static EncodedImage png() throws IOException {
    return platform("png", drawing(BufferedImage.TYPE_3BYTE_BGR));
  }

  /** Grey from black on the left to white on the right. */
  static EncodedImage greyPng() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        image.getRaster().setSample(x, y, 0, x * 255 / (WIDTH - 1));
      }
    }
    return platform("png", image);
  }

  static EncodedImage platform(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return EncodedImage.of(Bytes.of(out.toByteArray()));
  }

  static EncodedImage jp2() throws IOException {
    return jp2(drawing(BufferedImage.TYPE_3BYTE_BGR));
  }

  static EncodedImage jp2(BufferedImage drawing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
      writer.write(null, new IIOImage(drawing, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return EncodedImage.of(Bytes.of(out.toByteArray()));
  }

  /** What lies inside {@link #jp2()}. */
  static EncodedImage codestream() throws IOException {
    Bytes jp2 = jp2().bytes();
    Bytes start = Bytes.ofHex("FF4FFF51");
    int at = 0;
    while (!jp2.slice(at, at + 4).equals(start)) {
      at++;
    }
    return EncodedImage.of(jp2.from(at));
  }
}
