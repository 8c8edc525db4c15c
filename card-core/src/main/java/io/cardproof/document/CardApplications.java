package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EF.DIR: what applications a card names, ICAO 9303-10 §3.11.1 and ISO 7816-4 §12.2.3. Unsigned, so
 * nothing is decided by it.
 *
 * @param applications in the order of the file
 * @param others objects of the file that are no application, as they stand there
 */
public record CardApplications(List<Entry> applications, List<Tlv> others) {
  private static final int TEMPLATE = 0x61;
  private static final int IDENTIFIER = 0x4F;
  private static final int LABEL = 0x50;
  private static final int LONGEST_IDENTIFIER = 16;

  /** Copies the lists. */
  public CardApplications {
    applications = List.copyOf(applications);
    others = List.copyOf(others);
  }

  /**
   * One application.
   *
   * @param identifier its AID
   * @param label its name, where the card gives one
   * @param objects all that stands about it, the known and the unknown
   */
  public record Entry(Bytes identifier, Optional<String> label, List<Tlv> objects) {
    /** Copies the list. */
    public Entry {
      objects = List.copyOf(objects);
    }
  }

  /** Reads EF.DIR, padding and all. */
  public static CardApplications parse(Bytes ef) throws MalformedDocumentException {
    List<Entry> applications = new ArrayList<>();
    List<Tlv> others = new ArrayList<>();
    for (Tlv object : Tlv.paddedRow(FileId.DIR, ef)) {
      switch (object.tag()) {
        case TEMPLATE -> applications.add(entry(object, object.children()));
        case IDENTIFIER -> applications.add(entry(object, List.of(object)));
        default -> others.add(object);
      }
    }
    return new CardApplications(applications, others);
  }

  private static Entry entry(Tlv place, List<Tlv> objects) throws MalformedDocumentException {
    Optional<Bytes> identifier = value(objects, IDENTIFIER);
    if (identifier.isEmpty() || identifier.get().length() > LONGEST_IDENTIFIER) {
      throw place.malformed("an application has an identifier of up to 16 bytes");
    }
    return new Entry(identifier.get(), value(objects, LABEL).map(DocumentText::of), objects);
  }

  private static Optional<Bytes> value(List<Tlv> objects, int tag) {
    return objects.stream().filter(object -> object.tag() == tag).findFirst().map(Tlv::value);
  }
}
