package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;

/** An answer that the chip hands out in parts, each but the last with 61xx, ISO 7816-4 §5.3.4. */
final class AnswerParts {
  private static final int GET_RESPONSE = 0xC0;
  private static final int MOST_PARTS = 300;
  private static final int LARGEST_ANSWER = 65_536;

  private AnswerParts() {}

  /** Sends GET RESPONSE, in the clear or protected as the command before. */
  interface Sender {
    Answer send(Apdu command) throws CardUnavailableException, ProtocolException;
  }

  /** The whole answer that begins with {@code first}. */
  static Answer collect(Step step, Answer first, Sender sender)
      throws CardUnavailableException, ProtocolException {
    Answer last = first;
    Bytes data = first.data();
    for (int part = 0; last.moreAvailable().isPresent(); part++) {
      if (part == MOST_PARTS) {
        throw endless(step, last);
      }
      last = sender.send(Apdu.of(GET_RESPONSE, 0, 0, last.moreAvailable().getAsInt()));
      data = Bytes.concat(data, last.data());
      if (data.length() > LARGEST_ANSWER) {
        throw endless(step, last);
      }
    }
    return new Answer(data, last.statusWord());
  }

  private static ProtocolException endless(Step step, Answer last) {
    return new ProtocolException(
        step, "the chip never ends its answer", "ISO 7816-4 §5.3.4", last.statusWord());
  }
}
