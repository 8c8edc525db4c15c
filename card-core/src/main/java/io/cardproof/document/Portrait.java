package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A face of data group 2, as the encoded image. It is found and measured, never decoded.
 *
 * @param image as the chip holds it
 * @param remarks oddities of the headers around it
 */
public record Portrait(EncodedImage image, List<String> remarks) {
  private static final int FACE_STRUCTURE = 0x65;

  /** Copies the list. */
  public Portrait {
    remarks = List.copyOf(remarks);
  }

  /**
   * The first face, which is the one of the document's front.
   *
   * @throws MalformedDocumentException if there is no biometric data block, or it is empty
   */
  public static Portrait parse(Bytes dg2) throws MalformedDocumentException {
    return parseAll(dg2).get(0);
  }

  /**
   * All faces, ICAO 9303-10 §4.7.2: records of ISO 19794-5 or structures of ISO 39794-5 in CBEFF
   * templates.
   *
   * @return in the order of the file, at least one
   * @throws MalformedDocumentException if there is no biometric data block, or one is empty
   */
  public static List<Portrait> parseAll(Bytes dg2) throws MalformedDocumentException {
    List<Portrait> faces = new ArrayList<>();
    for (BiometricTemplate template : BiometricTemplate.group(FileId.DG2, dg2)) {
      Optional<Tlv> structure = template.structure(FACE_STRUCTURE);
      faces.addAll(
          structure.isPresent()
              ? Iso39794.faces(structure.get())
              : new FaceRecord(template.content()).portraits());
    }
    if (faces.isEmpty()) {
      throw new MalformedDocumentException(FileId.DG2, "byte 0", "no face");
    }
    return List.copyOf(faces);
  }

  /** The image from its first byte on. */
  public Bytes imageBytes() {
    return image.bytes();
  }

  /** Told from those bytes. */
  public ImageType imageType() {
    return image.type();
  }

  /** In pixels, as the image itself says. */
  public OptionalInt width() {
    return image.width();
  }

  /** In pixels, as the image itself says. */
  public OptionalInt height() {
    return image.height();
  }
}
