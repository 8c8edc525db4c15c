package io.cardproof.chip;

import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;

/** Active Authentication, ICAO 9303-11 §6.1: asks for the signature; the verifier judges it. */
final class ActiveAuthentication {
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int SHORT_ANSWER = 256;
  private static final int SHORT_RESPONSE = 258;
  private static final int ANY_LENGTH = 65_536;

  private final Channel channel;
  private final LongCommands commands;
  private final int signatureBytes;

  /**
   * @param dg15 the file with the public key, which says how long the answer will be
   */
  ActiveAuthentication(Channel channel, LongCommands commands, Bytes dg15) {
    this.channel = channel;
    this.commands = commands;
    this.signatureBytes = signatureBytes(dg15);
  }

  /**
   * Whether the chip can only answer in parts, which not every chip does: one that does not may end
   * the channel instead, so everything else comes first.
   */
  boolean mayEndTheChannel() {
    return !fitsShort() && !commands.extendedLength();
  }

  /** The chip's answer to {@code challenge}. */
  ChipProof run(Bytes challenge) throws CardUnavailableException, ProtocolException {
    int length = fitsShort() || !commands.extendedLength() ? SHORT_ANSWER : ANY_LENGTH;
    Answer answer = ask(challenge, length);
    if (answer.correctLength().isPresent()) {
      answer = ask(challenge, answer.correctLength().getAsInt());
    } else if (isRefusedLength(answer) && commands.extendedLength()) {
      // Some chips want the other form, and say so by an empty answer or by 6700.
      answer = ask(challenge, length == SHORT_ANSWER ? ANY_LENGTH : SHORT_ANSWER);
    }
    return new ChipProof.ActiveAuthentication(challenge, answer.data(), answer.statusWord());
  }

  /** The transcript of a chip that ended the channel instead of answering. */
  static ChipProof ended(Bytes challenge, ProtocolException e) {
    return new ChipProof.ActiveAuthentication(challenge, Bytes.empty(), e.statusWord().orElse(0));
  }

  private Answer ask(Bytes challenge, int length)
      throws CardUnavailableException, ProtocolException {
    return channel.transmit(Apdu.of(INTERNAL_AUTHENTICATE, 0, 0, challenge, length));
  }

  private boolean fitsShort() {
    return signatureBytes <= channel.largestRead(SHORT_RESPONSE);
  }

  private static boolean isRefusedLength(Answer answer) {
    return answer.statusWord() == Answer.WRONG_LENGTH
        || (answer.isSuccess() && answer.data().isEmpty());
  }

  // A key that cannot be read here is asked all the same: the verifier says what is wrong with it.
  private static int signatureBytes(Bytes dg15) {
    try {
      return ActiveAuthenticationCheck.responseBytes(
          ActiveAuthenticationKey.parseDg15(dg15).spki());
    } catch (MalformedDocumentException | ProofException e) {
      return 0;
    }
  }
}
