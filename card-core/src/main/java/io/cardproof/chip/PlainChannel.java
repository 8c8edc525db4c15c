package io.cardproof.chip;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import java.util.Optional;
import java.util.OptionalInt;

/** Commands in the clear. Here, and nowhere below secure messaging, 61xx and 6Cxx are answered. */
final class PlainChannel implements Channel {
  private static final int LARGEST_ANSWER = 65_536;

  private final ApduPort port;

  PlainChannel(ApduPort port) {
    this.port = port;
  }

  @Override
  public Answer transmit(Apdu command) throws CardUnavailableException, ProtocolException {
    Answer answer = send(command);
    OptionalInt correct = answer.correctLength();
    if (correct.isPresent() && answer.data().isEmpty()) {
      answer = send(command.withExpectedLength(correct.getAsInt()));
    }
    return AnswerParts.collect(port.step(), answer, this::send);
  }

  @Override
  public int largestRead(int maxResponseBytes) {
    return Math.min(LARGEST_ANSWER, maxResponseBytes - 2);
  }

  @Override
  public boolean fitsShort(Apdu command) {
    return !command.isExtended();
  }

  @Override
  public Optional<CipherSuite> suite() {
    return Optional.empty();
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public void close() {
    // There is nothing to wipe.
  }

  private Answer send(Apdu command) throws CardUnavailableException, ProtocolException {
    return Answer.of(port.exchange(command.encode()));
  }
}
