package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.OptionalInt;

/**
 * The face of data group 2, as the encoded image. It is found and measured, never decoded.
 *
 * @param imageBytes the image from its first byte on
 * @param imageType told from those bytes
 * @param width in pixels, as the image itself says
 * @param height in pixels, as the image itself says
 * @param remarks oddities of the headers around it
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record Portrait(
    Bytes imageBytes,
    ImageType imageType,
    OptionalInt width,
    OptionalInt height,
    List<String> remarks) {
  /** Copies the list. */
  public Portrait {
    remarks = List.copyOf(remarks);
  }

  /**
   * Finds the first face, ICAO 9303-10 §4.7.2: an ISO 19794-5 record in a CBEFF template.
   *
   * @throws MalformedDocumentException if there is no biometric data block, or it is empty
   */
  public static Portrait parse(Bytes dg2) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }
}
