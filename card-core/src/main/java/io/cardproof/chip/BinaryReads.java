package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Single READ BINARY commands in the form and length that this chip takes, ISO 7816-4 §11.2.3: what
 * it has refused once it is not asked again.
 */
final class BinaryReads {
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int BY_SHORT_IDENTIFIER = 0x80;
  private static final int LAST_EVEN_OFFSET = 0x7FFF;
  private static final int OFFSET_OBJECT = 0x54;
  private static final int DISCRETIONARY_DATA = 0x53;

  private final ApduPort port;
  private final ReadLadder ladder;
  private final int maxResponseBytes;
  private boolean oddOnly;

  BinaryReads(ApduPort port, ReadLadder ladder, int maxResponseBytes) {
    this.port = port;
    this.ladder = ladder;
    this.maxResponseBytes = maxResponseBytes;
  }

  /** The first bytes of the file with this short identifier, which is current from then on. */
  Answer byShortIdentifier(Channel channel, int sfi, int wanted)
      throws CardUnavailableException, ProtocolException {
    return negotiate(
        channel, wanted, length -> Apdu.of(READ_BINARY, BY_SHORT_IDENTIFIER | sfi, 0, length));
  }

  /** Bytes of the current file, {@code wanted} at most. */
  Answer at(Channel channel, int offset, int wanted)
      throws CardUnavailableException, ProtocolException {
    if (oddOnly || offset > LAST_EVEN_OFFSET) {
      return withOffsetObject(channel, offset, wanted);
    }
    Answer answer =
        negotiate(
            channel, wanted, length -> Apdu.of(READ_BINARY, offset >> 8, offset & 0xFF, length));
    if (!refusesInstruction(answer)) {
      return answer;
    }
    Answer odd = withOffsetObject(channel, offset, wanted);
    oddOnly = !odd.data().isEmpty();
    return oddOnly ? odd : answer;
  }

  // Past 32,767 the offset travels in a data object.
  private Answer withOffsetObject(Channel channel, int offset, int wanted)
      throws CardUnavailableException, ProtocolException {
    Bytes object = Template.object(OFFSET_OBJECT, offsetBytes(offset));
    Answer answer =
        negotiate(
            channel,
            wanted + dataHeaderBytes(wanted),
            length -> Apdu.of(READ_BINARY_ODD, 0, 0, object, length));
    if (answer.data().isEmpty()) {
      return answer;
    }
    Optional<Bytes> data = Template.value(answer.data(), DISCRETIONARY_DATA);
    return new Answer(data.orElseThrow(this::noDataObject), answer.statusWord());
  }

  // To the byte: some chips refuse a read that asks for one byte too many.
  private static int dataHeaderBytes(int wanted) {
    return wanted < 0x80 ? 2 : wanted < 0x100 ? 3 : 4;
  }

  private static boolean refusesInstruction(Answer answer) {
    return answer.statusWord() == Answer.UNKNOWN_INSTRUCTION
        || answer.statusWord() == Answer.NOT_FOR_THIS_FILE
        || answer.statusWord() == Answer.NOT_SUPPORTED;
  }

  private static Bytes offsetBytes(int offset) {
    return offset > 0xFFFF
        ? Bytes.of((byte) (offset >> 16), (byte) (offset >> 8), (byte) offset)
        : Bytes.of((byte) (offset >> 8), (byte) offset);
  }

  private Answer negotiate(Channel channel, int wanted, IntFunction<Apdu> command)
      throws CardUnavailableException, ProtocolException {
    int largest = channel.largestRead(maxResponseBytes);
    Answer answer = channel.transmit(command.apply(Math.min(wanted, ladder.length(largest))));
    while (answer.statusWord() == Answer.WRONG_LENGTH && lower(channel)) {
      answer = channel.transmit(command.apply(Math.min(wanted, ladder.length(largest))));
    }
    OptionalInt correct = answer.correctLength();
    if (correct.isPresent() && answer.data().isEmpty() && !channel.isPlain()) {
      // A new protected command with a new counter, not the old one again.
      answer = channel.transmit(command.apply(correct.getAsInt()));
    }
    return answer;
  }

  // In the clear 256 bytes fit a short APDU and prove nothing about protected answers.
  private boolean lower(Channel channel) {
    return channel.isPlain() ? ladder.lowerToShort() : ladder.lower();
  }

  private ProtocolException noDataObject() {
    return new ProtocolException(
        port.step(), "READ BINARY with offset object: no data object 53", FileReader.CLAUSE);
  }
}
