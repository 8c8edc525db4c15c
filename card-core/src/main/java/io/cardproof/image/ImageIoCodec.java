package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What is common to all readers of the JDK's image interface. Nothing touches the disk. */
final class ImageIoCodec {
  private ImageIoCodec() {}

  /** A reader of the JDK's own for this format. */
  static ImageReader platformReader(ImageType type, String format) throws ImageException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      // An application may have registered others, which nobody here has met.
      if (reader.getClass().getModule().isNamed()) {
        return reader;
      }
      reader.dispose();
    }
    throw ImageException.unsupported(type);
  }

  /** Decodes with {@code reader}, and disposes of it. */
  static Picture read(EncodedImage image, ImageReader reader) throws ImageException {
    try (BoundedImageStream in = new BoundedImageStream(image.bytes())) {
      reader.setInput(in, true, true);
      requireSameSize(image, reader.getWidth(0), reader.getHeight(0));
      BufferedImage decoded = reader.read(0);
      requireSameSize(image, decoded.getWidth(), decoded.getHeight());
      return Rasters.picture(decoded);
    } catch (IOException e) {
      // Not as a cause: a decoder's text may quote what it read.
      throw ImageException.malformed(image.type(), "the decoder refuses it");
    } finally {
      reader.dispose();
    }
  }

  private static void requireSameSize(EncodedImage image, int width, int height)
      throws ImageException {
    if (width != image.width().orElse(0) || height != image.height().orElse(0)) {
      throw ImageException.malformed(image.type(), "two sizes");
    }
  }
}
