package io.cardproof.chip;

import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import java.util.Optional;

/** Active Authentication, ICAO 9303-11 §6.1: asks for the signature; the verifier judges it. */
final class ActiveAuthentication {
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int SHORT_ANSWER = 256;
  private static final int ANY_LENGTH = 65_536;
  private static final int LARGEST_IN_SHORT = 223;

  private final ReadLadder ladder;

  ActiveAuthentication(ReadLadder ladder) {
    this.ladder = ladder;
  }

  /**
   * The chip's answer to {@code challenge}, or nothing if the card cannot carry one: a signature
   * longer than a short APDU would end the channel of a card without extended length.
   */
  Optional<ChipProof> run(Channel channel, Bytes dg15, Bytes challenge)
      throws CardUnavailableException, ProtocolException {
    int expected = signatureBytes(dg15);
    if (expected > LARGEST_IN_SHORT && !ladder.usesExtendedLength()) {
      return Optional.empty();
    }
    int length = expected <= LARGEST_IN_SHORT ? SHORT_ANSWER : ANY_LENGTH;
    Answer answer = channel.transmit(Apdu.of(INTERNAL_AUTHENTICATE, 0, 0, challenge, length));
    return Optional.of(
        new ChipProof.ActiveAuthentication(challenge, answer.data(), answer.statusWord()));
  }

  // A key that cannot be read here is asked all the same: the verifier says what is wrong with it.
  private static int signatureBytes(Bytes dg15) {
    try {
      return ActiveAuthenticationCheck.responseBytes(
          ActiveAuthenticationKey.parseDg15(dg15).spki());
    } catch (MalformedDocumentException | ProofException e) {
      return LARGEST_IN_SHORT;
    }
  }
}
