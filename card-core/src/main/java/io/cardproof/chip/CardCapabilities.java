package io.cardproof.chip;

import io.cardproof.document.CardInformation;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import java.util.OptionalInt;

/**
 * How long a response may be: what the link carries, and what the card says in EF.ATR/INFO. That
 * file costs a command, so it is read only where the answer to reset announces it, ISO 7816-4
 * §12.7.1.
 */
final class CardCapabilities {
  private static final int READ_BINARY = 0xB0;
  private static final int BY_SHORT_IDENTIFIER = 0x80;
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
      OptionalInt said = CardInformation.parse(atrInfo).maxResponseBytes();
      return said.isPresent()
          ? Math.max(SHORT_RESPONSE, said.getAsInt())
          : CardLink.UNLIMITED_RESPONSE;
    } catch (MalformedDocumentException e) {
      return CardLink.UNLIMITED_RESPONSE;
    }
  }
}
