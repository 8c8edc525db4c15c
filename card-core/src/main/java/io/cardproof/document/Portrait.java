package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
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
public record Portrait(
    Bytes imageBytes,
    ImageType imageType,
    OptionalInt width,
    OptionalInt height,
    List<String> remarks) {
  /** The longest data group 2 that is looked at, in bytes. */
  public static final int MAX_LENGTH = 2 * 1024 * 1024;

  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int BLOCK = 0x5F2E;
  private static final int BLOCK_OF_OBJECTS = 0x7F2E;

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
    if (dg2.length() > MAX_LENGTH) {
      throw new MalformedDocumentException(FileId.DG2, "byte " + MAX_LENGTH, "longer than allowed");
    }
    Tlv group = Tlv.template(FileId.DG2, dg2).demand(GROUP);
    Tlv face = group.demand(TEMPLATE);
    Tlv block = block(face);
    if (block.value().isEmpty()) {
      throw block.malformed("the biometric data block is empty");
    }
    return new FaceRecord(block.value()).portrait();
  }

  /** Primitive, or constructed where the block is itself made of data objects. */
  private static Tlv block(Tlv face) throws MalformedDocumentException {
    Optional<Tlv> primitive = face.child(BLOCK);
    return primitive.isPresent() ? primitive.get() : face.demand(BLOCK_OF_OBJECTS);
  }
}
