package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;

/** PNG, by the JDK's reader. */
final class PngCodec implements Codec {
  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    return ImageIoCodec.read(image, ImageIoCodec.platformReader(ImageType.PNG, "png"));
  }
}
