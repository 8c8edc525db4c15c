package io.cardproof.reader;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.io.IOException;

/** A driver as a link: silence of any kind means that the card is gone. */
record TransceiverLink(String name, Bytes atr, int maxResponseBytes, Transceiver transceiver)
    implements CardLink {
  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    byte[] response;
    try {
      response = transceiver.transmit(command);
    } catch (IOException e) {
      throw removed();
    }
    if (response.length < 2) {
      throw removed();
    }
    return response;
  }

  @Override
  public void close() {}

  private static CardUnavailableException removed() {
    return new CardUnavailableException(
        ErrorCode.CARD_REMOVED, Step.CONNECT, "the card went away; present it again");
  }
}
