package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.value.Bytes;

/** Selects the eMRTD application, ICAO 9303-10 §3.6.1. */
final class Application {
  private static final Bytes AID = Bytes.ofHex("A0000002471001");
  private static final int SELECT = 0xA4;
  private static final int BY_NAME = 0x04;
  private static final int NO_ANSWER_DATA = 0x0C;

  private Application() {}

  static void select(Channel channel)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    Answer answer = channel.transmit(Apdu.of(SELECT, BY_NAME, NO_ANSWER_DATA, AID, 0));
    if (refusesForm(answer)) {
      answer = channel.transmit(Apdu.of(SELECT, BY_NAME, 0x00, AID, 256));
    }
    if (answer.isSuccess()) {
      return;
    }
    if (answer.statusWord() == Answer.FILE_NOT_FOUND || answer.statusWord() == 0x6A81) {
      throw new UnsupportedDocumentException(
          Step.SELECT_APPLICATION, "the card has no eMRTD application");
    }
    throw new ProtocolException(
        Step.SELECT_APPLICATION,
        "the chip refuses to select its application",
        "ICAO 9303-10 §3.6.1",
        answer.statusWord());
  }

  private static boolean refusesForm(Answer answer) {
    return switch (answer.statusWord()) {
      case Answer.WRONG_PARAMETERS, Answer.WRONG_LENGTH, Answer.OUTSIDE_FILE -> true;
      default -> false;
    };
  }
}
