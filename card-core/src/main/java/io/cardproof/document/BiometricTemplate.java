package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One biometric information template of DG2, DG3 or DG4, ISO 7816-11 in ICAO 9303-10 §4.7.2: a
 * header and the block with the image.
 */
record BiometricTemplate(Tlv template, Tlv block) {
  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int BLOCK = 0x5F2E;
  private static final int BLOCK_OF_OBJECTS = 0x7F2E;
  private static final int HEADER = 0xA1;
  private static final int SUBTYPE = 0x82;
  private static final int PROFILE = 0xA1;
  private static final int VERSION = 0xA0;
  private static final int DEEPEST_STRUCTURE = 3;
  private static final int MOST_TEMPLATES = 64;

  /** The templates of a file, which may be none. */
  static List<BiometricTemplate> group(FileId file, Bytes content)
      throws MalformedDocumentException {
    ContentLimits.check(file, content);
    Tlv group = Tlv.outermost(file, content).demand(GROUP);
    List<BiometricTemplate> templates = new ArrayList<>();
    for (Tlv child : group.children()) {
      if (child.tag() != TEMPLATE) {
        continue;
      }
      if (templates.size() == MOST_TEMPLATES) {
        throw child.malformed("too many templates");
      }
      templates.add(new BiometricTemplate(child, block(child)));
    }
    return templates;
  }

  /** Primitive, or constructed where the block is itself made of data objects. */
  private static Tlv block(Tlv template) throws MalformedDocumentException {
    Optional<Tlv> primitive = template.child(BLOCK);
    Tlv block = primitive.isPresent() ? primitive.get() : template.demand(BLOCK_OF_OBJECTS);
    if (block.value().isEmpty()) {
      throw block.malformed("the biometric data block is empty");
    }
    return block;
  }

  /** The block's content. */
  Bytes content() {
    return block.value();
  }

  /** What the header says is shown, or 0. */
  int subtype() throws MalformedDocumentException {
    Optional<Tlv> header = template.child(HEADER);
    Optional<Tlv> subtype = header.isEmpty() ? Optional.empty() : header.get().child(SUBTYPE);
    return subtype
        .map(Tlv::value)
        .filter(value -> value.length() == 1)
        .map(value -> value.at(0))
        .orElse(0);
  }

  /**
   * The structure of ISO 39794 with this application tag, if the block holds one: below an object
   * A1 by the profile for eMRTDs, or at once. The records of ISO 19794 begin with a letter instead;
   * neither the tag of the block nor its header is needed to tell.
   */
  Optional<Tlv> structure(int applicationTag) throws MalformedDocumentException {
    Tlv at = block;
    for (int depth = 0; depth < DEEPEST_STRUCTURE && !at.value().isEmpty(); depth++) {
      int first = at.value().at(0);
      if (first == VERSION) {
        return Optional.of(at);
      }
      if (first != applicationTag && first != PROFILE) {
        return Optional.empty();
      }
      at = at.children().get(0);
    }
    return Optional.empty();
  }
}
