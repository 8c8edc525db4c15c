package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.util.OptionalInt;

/** Commands in the clear. Here, and nowhere below secure messaging, 61xx and 6Cxx are answered. */
final class PlainChannel implements Channel {
  private static final int GET_RESPONSE = 0xC0;
  private static final int MOST_PARTS = 300;
  private static final int LARGEST_ANSWER = 65_536;

  private final ApduPort port;

  PlainChannel(ApduPort port) {
    this.port = port;
  }

  @Override
  public Answer transmit(Apdu command) throws CardUnavailableException, ProtocolException {
    Answer answer = Answer.of(port.exchange(command.encode()));
    OptionalInt correct = answer.correctLength();
    if (correct.isPresent() && answer.data().isEmpty()) {
      Apdu corrected = command.withExpectedLength(correct.getAsInt());
      answer = Answer.of(port.exchange(corrected.encode()));
    }
    return collect(answer);
  }

  @Override
  public int largestRead(int maxResponseBytes) {
    return Math.min(LARGEST_ANSWER, maxResponseBytes - 2);
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public void close() {
    // There is nothing to wipe.
  }

  private Answer collect(Answer first) throws CardUnavailableException, ProtocolException {
    Answer last = first;
    Bytes data = first.data();
    for (int part = 0; last.moreAvailable().isPresent(); part++) {
      if (part == MOST_PARTS || data.length() > LARGEST_ANSWER) {
        throw new ProtocolException(
            port.step(), "the chip never ends its answer", "ISO 7816-4 §5.1.3", last.statusWord());
      }
      Apdu next = Apdu.of(GET_RESPONSE, 0, 0, last.moreAvailable().getAsInt());
      last = Answer.of(port.exchange(next.encode()));
      data = Bytes.concat(data, last.data());
    }
    return new Answer(data, last.statusWord());
  }
}
