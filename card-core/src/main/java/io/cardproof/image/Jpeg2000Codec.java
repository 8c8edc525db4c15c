package io.cardproof.image;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import java.io.IOException;
import javax.imageio.ImageReader;

/** JPEG 2000, in its file format or as a bare code stream, by the plug-in for it. */
final class Jpeg2000Codec implements Codec {
  private static final String ARTIFACT = "com.github.jai-imageio:jai-imageio-jpeg2000:1.4.0";

  private final long mostPixels;

  Jpeg2000Codec(long mostPixels) {
    this.mostPixels = mostPixels;
  }

  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    // Before the decoder takes the headers at their word.
    Jpeg2000Header.of(image).check(mostPixels);
    return ImageIoCodec.read(image, reader(image.type()));
  }

  private static ImageReader reader(ImageType type) throws ImageException {
    try {
      return new J2KImageReaderSpi().createReaderInstance(null);
    } catch (NoClassDefFoundError e) {
      throw ImageException.pluginMissing(type, ARTIFACT);
    } catch (IOException e) {
      throw ImageException.malformed(type, "the decoder refuses it");
    }
  }
}
