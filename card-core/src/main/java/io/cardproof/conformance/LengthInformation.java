package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.CardInformation;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.util.Optional;

/**
 * What EF.ATR/INFO says about commands of extended length, ICAO 9303-10 §3.11.2: who offers them
 * says how long they may be.
 */
final class LengthInformation {
  private static final int EXTENDED_LENGTH_INFORMATION = 0x7F66;
  private static final int EXTENDED_LENGTH = 0x40;
  private static final int THIRD_BYTE = 2;

  private LengthInformation() {}

  static void check(Bytes content, Defects defects) throws MalformedDocumentException {
    CardInformation information = CardInformation.parse(content);
    Optional<Tlv> lengths =
        information.objects().stream()
            .filter(object -> object.tag() == EXTENDED_LENGTH_INFORMATION)
            .findFirst();
    boolean known =
        information.maxCommandBytes().isPresent() && information.maxResponseBytes().isPresent();
    if (lengths.isPresent() && !known) {
      defects.in(lengths.get(), Reason.EXTENDED_LENGTH_MALFORMED);
    } else if (lengths.isEmpty() && offersExtendedLength(information)) {
      defects.at(0, Reason.EXTENDED_LENGTH_MISSING);
    }
  }

  private static boolean offersExtendedLength(CardInformation information) {
    return information
        .capabilities()
        .filter(bytes -> bytes.length() > THIRD_BYTE)
        .filter(bytes -> (bytes.at(THIRD_BYTE) & EXTENDED_LENGTH) != 0)
        .isPresent();
  }
}
