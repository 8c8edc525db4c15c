package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Texts of a document. They are UTF-8 by the standard; some issuers write Latin-1, which then is
 * what the bytes mean, so that no name is lost.
 */
final class DocumentText {
  private DocumentText() {}

  static String of(Bytes value) {
    byte[] bytes = value.toByteArray();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1).strip();
    }
  }
}
