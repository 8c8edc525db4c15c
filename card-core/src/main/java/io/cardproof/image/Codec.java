package io.cardproof.image;

import io.cardproof.document.EncodedImage;

/** Decodes one type of image, whose header has a size within the limit. */
interface Codec {
  Picture decode(EncodedImage image) throws ImageException;
}
