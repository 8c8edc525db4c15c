package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.List;

/**
 * How long a response may be: what the link carries, and what the card says in EF.ATR/INFO. That
 * file costs a command, so it is read only where the answer to reset announces it, ISO 7816-4
 * §12.7.1.
 */
final class CardCapabilities {
  private static final int READ_BINARY = 0xB0;
  private static final int BY_SHORT_IDENTIFIER = 0x80;
  private static final int EXTENDED_LENGTH_INFORMATION = 0x7F66;
  private static final int INTEGER = 0x02;
  // Every card can answer a short APDU, whatever it says.
  private static final int SHORT_RESPONSE = 258;

  private CardCapabilities() {}

  /** The longest response to ask for, status word included. */
  static int maxResponseBytes(CardLink link, Channel channel)
      throws CardUnavailableException, ProtocolException {
    int carried = link.maxResponseBytes();
    if (!HistoricalBytes.announceLengthsInAtrInfo(link.atr())) {
      return carried;
    }
    int p1 = BY_SHORT_IDENTIFIER | FileId.ATR_INFO.sfi();
    Answer answer = channel.transmit(Apdu.of(READ_BINARY, p1, 0, 256));
    return Math.min(carried, announced(answer.data()));
  }

  // Unsigned, and a mere wish: what does not parse says nothing.
  private static int announced(Bytes atrInfo) {
    try {
      for (Tlv object : atrInfo.isEmpty() ? List.<Tlv>of() : Tlv.row(FileId.ATR_INFO, atrInfo)) {
        if (object.tag() == EXTENDED_LENGTH_INFORMATION) {
          return response(object.children());
        }
      }
    } catch (MalformedDocumentException e) {
      return CardLink.UNLIMITED_RESPONSE;
    }
    return CardLink.UNLIMITED_RESPONSE;
  }

  private static int response(List<Tlv> lengths) {
    if (lengths.size() != 2 || lengths.get(1).tag() != INTEGER) {
      return CardLink.UNLIMITED_RESPONSE;
    }
    Bytes value = lengths.get(1).value();
    if (value.isEmpty() || value.length() > 3) {
      return CardLink.UNLIMITED_RESPONSE;
    }
    return Math.max(SHORT_RESPONSE, new BigInteger(1, value.toByteArray()).intValue());
  }
}
