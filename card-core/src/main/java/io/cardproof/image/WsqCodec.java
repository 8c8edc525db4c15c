package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.value.Bytes;
import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;

/** Fingerprints in WSQ, by the plug-in for it. */
final class WsqCodec implements Codec {
  private static final String ARTIFACT = "com.github.mhshams:jnbis:2.1.2";

  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    Bitmap bitmap = bitmap(image.bytes().toByteArray());
    return new Picture(bitmap.getWidth(), bitmap.getHeight(), 1, Bytes.of(bitmap.getPixels()));
  }

  private static Bitmap bitmap(byte[] wsq) throws ImageException {
    try {
      return Jnbis.wsq().decode(wsq).asBitmap();
    } catch (NoClassDefFoundError e) {
      throw ImageException.pluginMissing(ImageType.WSQ, ARTIFACT);
    }
  }
}
