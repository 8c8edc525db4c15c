package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;

/** Keeps the first exchange that passes, byte for byte: the transcript of Chip Authentication. */
final class RecordingPort implements ApduPort {
  private final ApduPort inner;
  private Bytes firstCommand = Bytes.empty();
  private Bytes firstResponse = Bytes.empty();

  RecordingPort(ApduPort inner) {
    this.inner = inner;
  }

  @Override
  public byte[] exchange(byte[] command) throws CardUnavailableException, ProtocolException {
    byte[] response = inner.exchange(command);
    if (firstCommand.isEmpty()) {
      firstCommand = Bytes.of(command);
      firstResponse = Bytes.of(response);
    }
    return response;
  }

  @Override
  public Step step() {
    return inner.step();
  }

  Bytes firstCommand() {
    return firstCommand;
  }

  Bytes firstResponse() {
    return firstResponse;
  }
}
