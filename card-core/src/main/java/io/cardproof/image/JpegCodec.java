package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.value.Bytes;

/** JPEG, by the JDK's reader. */
final class JpegCodec implements Codec {
  private static final int START_OF_SCAN = 0xDA;
  // A progressive image of a camera has about ten; each goes over all pixels.
  private static final int MOST_SCANS = 100;

  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    if (scans(image.bytes()) > MOST_SCANS) {
      throw ImageException.malformed(ImageType.JPEG, "too many scans");
    }
    return ImageIoCodec.read(image, ImageIoCodec.platformReader(ImageType.JPEG, "jpeg"));
  }

  private static int scans(Bytes jpeg) {
    int scans = 0;
    for (int at = 0; at + 1 < jpeg.length(); at++) {
      if (jpeg.at(at) == 0xFF && jpeg.at(at + 1) == START_OF_SCAN) {
        scans++;
      }
    }
    return scans;
  }
}
