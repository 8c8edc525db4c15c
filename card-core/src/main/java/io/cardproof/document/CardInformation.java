package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * EF.ATR/INFO: what a card says of itself, ICAO 9303-10 §3.11.2 and ISO 7816-4 §12.7.1. Unsigned:
 * at most a wish.
 *
 * @param objects all of them, the known and the unknown
 */
public record CardInformation(List<Tlv> objects) {
  private static final int CARD_CAPABILITIES = 0x47;
  private static final int EXTENDED_LENGTH_INFORMATION = 0x7F66;
  private static final int INTEGER = 0x02;
  private static final int LONGEST_NUMBER = 3;

  /** Copies the list. */
  public CardInformation {
    objects = List.copyOf(objects);
  }

  /** Reads EF.ATR/INFO, padding and all. */
  public static CardInformation parse(Bytes ef) throws MalformedDocumentException {
    return new CardInformation(Tlv.paddedRow(FileId.ATR_INFO, ef));
  }

  /** The longest command that the card takes, in bytes, if it says so in a form that is known. */
  public OptionalInt maxCommandBytes() {
    return length(0);
  }

  /** The longest response that the card gives, in bytes, if it says so in a form that is known. */
  public OptionalInt maxResponseBytes() {
    return length(1);
  }

  /** The card capabilities, ISO 7816-4 §12.1.1.9, undecoded. */
  public Optional<Bytes> capabilities() {
    return object(CARD_CAPABILITIES).map(Tlv::value);
  }

  private Optional<Tlv> object(int tag) {
    return objects.stream().filter(object -> object.tag() == tag).findFirst();
  }

  private OptionalInt length(int index) {
    try {
      Optional<Tlv> information = object(EXTENDED_LENGTH_INFORMATION);
      List<Tlv> lengths = information.isEmpty() ? List.of() : information.get().children();
      return lengths.size() == 2 ? number(lengths.get(index)) : OptionalInt.empty();
    } catch (MalformedDocumentException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt number(Tlv object) {
    Bytes value = object.value();
    if (object.tag() != INTEGER || value.isEmpty() || value.length() > LONGEST_NUMBER) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      number = number << 8 | value.at(i);
    }
    return OptionalInt.of(number);
  }
}
