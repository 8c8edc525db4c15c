package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;

/**
 * Sends commands whose data may not fit a short APDU: with extended length where the card has it,
 * else as a chain of short ones, ISO 7816-4 §5.3.3. On a protected channel every command of the
 * chain is protected for itself.
 */
final class LongCommands {
  private static final int SHORT_RESPONSE = 258;
  private static final int SHORT_LC = 255;

  private final ReadLadder ladder;
  private final int maxResponseBytes;

  /**
   * @param ladder what reading has learnt about the card
   * @param maxResponseBytes what link and card carry
   */
  LongCommands(ReadLadder ladder, int maxResponseBytes) {
    this.ladder = ladder;
    this.maxResponseBytes = maxResponseBytes;
  }

  /** Whether the card takes extended length, as far as anybody knows. */
  boolean extendedLength() {
    return maxResponseBytes > SHORT_RESPONSE && ladder.usesExtendedLength();
  }

  /** The answer to the command, or to the first link of its chain that the chip refuses. */
  Answer transmit(Channel channel, Apdu command)
      throws CardUnavailableException, ProtocolException {
    if (channel.fitsShort(command)) {
      return channel.transmit(command);
    }
    if (!extendedLength()) {
      return chain(channel, command);
    }
    Answer answer = channel.transmit(command);
    return answer.statusWord() == Answer.WRONG_LENGTH ? chain(channel, command) : answer;
  }

  private static Answer chain(Channel channel, Apdu command)
      throws CardUnavailableException, ProtocolException {
    int part = largestPart(channel, command);
    Bytes rest = command.data();
    while (rest.length() > part) {
      Answer answer = channel.transmit(command.link(rest.slice(0, part)));
      if (!answer.isSuccess()) {
        return answer;
      }
      rest = rest.from(part);
    }
    return channel.transmit(command.withData(rest));
  }

  private static int largestPart(Channel channel, Apdu command) {
    int part = Math.min(SHORT_LC, command.data().length());
    while (part > 1 && !channel.fitsShort(command.withData(command.data().slice(0, part)))) {
      part--;
    }
    return part;
  }
}
