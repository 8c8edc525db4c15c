package io.cardproof.image;

import io.cardproof.document.ContentLimits;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;

/**
 * Makes pictures of encoded images. The size is taken from the image's own header and checked
 * before anything is decoded; whatever a decoder throws at hostile bytes becomes an {@link
 * ImageException}. Immutable and shared by threads.
 *
 * <p>JPEG and PNG need the module {@code java.desktop}; JPEG 2000 and WSQ need a plug-in each,
 * which the exception names.
 */
public final class ImageDecoder {
  private final long mostPixels;

  /** A decoder for pictures of the usual size: {@link ContentLimits#PIXELS}. */
  public ImageDecoder() {
    this(ContentLimits.PIXELS);
  }

  /**
   * A decoder with a limit of the caller's own.
   *
   * @param mostPixels width times height of the largest picture; a decoder may need 64 bytes each
   */
  public ImageDecoder(long mostPixels) {
    if (mostPixels < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
    this.mostPixels = mostPixels;
  }

  /**
   * The picture that {@code image} holds.
   *
   * @throws ImageException if there is no picture: add the plug-in that it names, or hand out the
   *     encoded bytes
   */
  public Picture decode(EncodedImage image) throws ImageException {
    checkSize(image);
    try {
      Picture picture = codec(image.type()).decode(image);
      checkPixels(image.type(), (long) picture.width() * picture.height());
      return picture;
    } catch (RuntimeException | Error e) {
      // The one border to decoders: they run out of memory or of stack, and one of them even stops
      // its own thread. Not as a cause: a decoder's text may quote what it read.
      throw ImageException.malformed(image.type(), "the decoder gave up");
    }
  }

  private void checkSize(EncodedImage image) throws ImageException {
    if (image.type() == ImageType.UNKNOWN || image.type() == ImageType.JPEG_LS) {
      throw ImageException.unsupported(image.type());
    }
    if (image.width().isEmpty() || image.height().isEmpty()) {
      throw ImageException.malformed(image.type(), "the header gives no size");
    }
    checkPixels(image.type(), (long) image.width().getAsInt() * image.height().getAsInt());
  }

  private void checkPixels(ImageType type, long pixels) throws ImageException {
    if (pixels > mostPixels) {
      throw ImageException.tooLarge(type, pixels);
    }
  }

  private Codec codec(ImageType type) throws ImageException {
    return switch (type) {
      case JPEG -> new JpegCodec();
      case PNG -> new PngCodec();
      case JPEG2000_JP2, JPEG2000_CODESTREAM -> new Jpeg2000Codec(mostPixels);
      case WSQ -> new WsqCodec();
      case NETPBM -> new NetpbmCodec();
      case RAW -> new RawCodec();
      case RAW_PACKED -> new PackedCodec();
      case JPEG_LS, UNKNOWN -> throw ImageException.unsupported(type);
    };
  }
}
