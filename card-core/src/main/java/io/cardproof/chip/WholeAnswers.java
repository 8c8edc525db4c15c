package io.cardproof.chip;

import io.cardproof.crypto.MessageProtection;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;

/**
 * Below secure messaging: puts a protected answer together that the chip hands out in parts by 61xx
 * outside the channel. Nothing protected is sent again, and nothing counts before the MAC over the
 * whole has been checked above.
 */
final class WholeAnswers implements ApduPort {
  private final ApduPort inner;

  WholeAnswers(ApduPort inner) {
    this.inner = inner;
  }

  @Override
  public byte[] exchange(byte[] command) throws CardUnavailableException, ProtocolException {
    byte[] response = inner.exchange(command);
    Answer first = Answer.of(response);
    if (first.moreAvailable().isEmpty() || MessageProtection.isWhole(response)) {
      return response;
    }
    return AnswerParts.collect(
            inner.step(), first, next -> Answer.of(inner.exchange(next.encode())))
        .encode();
  }

  @Override
  public Step step() {
    return inner.step();
  }
}
