package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Reads transparent files in as few commands as the chip allows: the first READ BINARY names the
 * file by its short identifier and asks for all of it, ICAO 9303-10 §3.6.2 and ISO 7816-4 §11.2.
 */
final class FileReader {
  private static final String CLAUSE = "ICAO 9303-10 §3.6";
  private static final int SELECT = 0xA4;
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int BY_SHORT_IDENTIFIER = 0x80;
  private static final int LAST_EVEN_OFFSET = 0x7FFF;
  private static final int OFFSET_OBJECT = 0x54;
  private static final int DISCRETIONARY_DATA = 0x53;
  private static final int LONGEST_DATA_HEADER = 4;

  private enum ShortIdentifiers {
    UNTRIED,
    WORK,
    UNSUPPORTED
  }

  private final ApduPort port;
  private final ReadLadder ladder;
  private final int maxResponseBytes;
  private final ProgressListener progress;
  private ShortIdentifiers shortIdentifiers = ShortIdentifiers.UNTRIED;

  FileReader(ApduPort port, ReadLadder ladder, int maxResponseBytes, ProgressListener progress) {
    this.port = port;
    this.ladder = ladder;
    this.maxResponseBytes = maxResponseBytes;
    this.progress = progress;
  }

  /**
   * Reads one file, or says by which status word the chip refuses it.
   *
   * @throws ProtocolException if the chip declares an impossible length or never comes to an end
   */
  FileAnswer read(Channel channel, FileId id) throws CardUnavailableException, ProtocolException {
    if (shortIdentifiers != ShortIdentifiers.UNSUPPORTED) {
      Answer first = readByShortIdentifier(channel, id);
      if (!first.data().isEmpty() || !mayLackShortIdentifiers(first)) {
        return complete(channel, id, first);
      }
    }
    return selectAndRead(channel, id);
  }

  /** Reads one file by its short identifier only. */
  FileAnswer readWithoutSelect(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    return complete(channel, id, readByShortIdentifier(channel, id));
  }

  /** Reads the file that is selected. */
  FileAnswer readSelected(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    return complete(channel, id, readAt(channel, 0, Limits.fileBytes(id)));
  }

  /**
   * Reads a file that is not in its usual place.
   *
   * @param fid where it is
   * @param sfi its short identifier there, which is used if there is one
   */
  FileAnswer readElsewhere(Channel channel, FileId id, int fid, OptionalInt sfi)
      throws CardUnavailableException, ProtocolException {
    if (sfi.isPresent() && shortIdentifiers != ShortIdentifiers.UNSUPPORTED) {
      return complete(channel, id, readByShortIdentifier(channel, id, sfi.getAsInt()));
    }
    Answer selected = select(channel, fid);
    return selected.isSuccess()
        ? readSelected(channel, id)
        : FileAnswer.refused(selected.statusWord());
  }

  private FileAnswer selectAndRead(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    Answer selected = select(channel, id.fid());
    if (!selected.isSuccess()) {
      return FileAnswer.refused(selected.statusWord());
    }
    shortIdentifiers = ShortIdentifiers.UNSUPPORTED;
    return readSelected(channel, id);
  }

  private static Answer select(Channel channel, int fid)
      throws CardUnavailableException, ProtocolException {
    Bytes name = Bytes.of((byte) (fid >> 8), (byte) fid);
    return channel.transmit(Apdu.of(SELECT, 0x02, 0x0C, name, 0));
  }

  private Answer readByShortIdentifier(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    return readByShortIdentifier(channel, id, id.sfi());
  }

  private Answer readByShortIdentifier(Channel channel, FileId id, int sfi)
      throws CardUnavailableException, ProtocolException {
    Answer first =
        negotiate(
            channel,
            Limits.fileBytes(id),
            length -> Apdu.of(READ_BINARY, BY_SHORT_IDENTIFIER | sfi, 0, length));
    if (!first.data().isEmpty() && !id.inMasterFile()) {
      shortIdentifiers = ShortIdentifiers.WORK;
    }
    return first;
  }

  // Chips that do not know short identifiers say so in many ways; a refusal of access is none.
  private boolean mayLackShortIdentifiers(Answer refused) {
    return shortIdentifiers == ShortIdentifiers.UNTRIED
        && switch (refused.statusWord()) {
          case Answer.SUCCESS, Answer.NOT_ALLOWED, 0x6983, 0x6985, 0x6987, 0x6988 -> false;
          default -> true;
        };
  }

  private FileAnswer complete(Channel channel, FileId id, Answer first)
      throws CardUnavailableException, ProtocolException {
    if (first.data().isEmpty()) {
      requireRefusal(first);
      return FileAnswer.refused(first.statusWord());
    }
    int declared = id.isRow() ? Limits.fileBytes(id) : declaredLength(id, first.data());
    byte[] content = new byte[declared];
    int have = copy(first.data(), content, 0);
    progress.fileProgress(id, have, declared);
    Answer last = first;
    while (have < declared && last.statusWord() != Answer.END_OF_FILE) {
      last = readAt(channel, have, declared - have);
      if (last.data().isEmpty()) {
        requireRefusal(last);
        if (!isEndOfFile(last)) {
          return FileAnswer.refused(last.statusWord());
        }
        break;
      }
      have += copy(last.data(), content, have);
      progress.fileProgress(id, have, declared);
    }
    // A file that ends before its declared length is kept as it is: its hash decides.
    return new FileAnswer(Bytes.of(content, 0, have), Answer.SUCCESS);
  }

  private void requireRefusal(Answer answer) throws ProtocolException {
    if (answer.isSuccess()) {
      throw new ProtocolException(
          port.step(), "the chip reads successfully and sends nothing", CLAUSE, Answer.SUCCESS);
    }
  }

  private static boolean isEndOfFile(Answer answer) {
    return answer.statusWord() == Answer.OUTSIDE_FILE
        || answer.statusWord() == Answer.END_OF_FILE
        || answer.correctLength().isPresent();
  }

  private static int copy(Bytes part, byte[] content, int at) {
    int length = Math.min(part.length(), content.length - at);
    System.arraycopy(part.toByteArray(), 0, content, at, length);
    return length;
  }

  private Answer readAt(Channel channel, int offset, int wanted)
      throws CardUnavailableException, ProtocolException {
    if (offset > LAST_EVEN_OFFSET) {
      return readFarAt(channel, offset, wanted);
    }
    return negotiate(
        channel, wanted, length -> Apdu.of(READ_BINARY, offset >> 8, offset & 0xFF, length));
  }

  // Past 32,767 the offset travels in a data object, ISO 7816-4 §11.2.3.
  private Answer readFarAt(Channel channel, int offset, int wanted)
      throws CardUnavailableException, ProtocolException {
    Bytes object = Template.object(OFFSET_OBJECT, offsetBytes(offset));
    Answer answer =
        negotiate(
            channel,
            wanted + LONGEST_DATA_HEADER,
            length -> Apdu.of(READ_BINARY_ODD, 0, 0, object, length));
    if (answer.data().isEmpty()) {
      return answer;
    }
    Optional<Bytes> data = Template.value(answer.data(), DISCRETIONARY_DATA);
    return new Answer(
        data.orElseThrow(() -> broken("READ BINARY with offset object: no data object 53")),
        answer.statusWord());
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

  private int declaredLength(FileId id, Bytes start) throws ProtocolException {
    int lengthAt = (start.at(0) & 0x1F) == 0x1F ? 2 : 1;
    int first = byteAt(start, lengthAt);
    int count = first < 0x80 ? 0 : first - 0x80;
    if (first == 0x80 || count > 4) {
      throw broken(id.label() + " declares an impossible length");
    }
    long length = first;
    if (count > 0) {
      length = 0;
      for (int i = 1; i <= count; i++) {
        length = (length << 8) | byteAt(start, lengthAt + i);
      }
    }
    long total = lengthAt + 1 + count + length;
    if (total > Limits.fileBytes(id)) {
      throw new ProtocolException(
          ErrorCode.LIMIT_EXCEEDED,
          port.step(),
          id.label() + " declares more bytes than such a file may have",
          CLAUSE,
          OptionalInt.empty());
    }
    return (int) total;
  }

  private int byteAt(Bytes start, int index) throws ProtocolException {
    if (index >= start.length()) {
      throw broken("the chip sends less than a file's header");
    }
    return start.at(index);
  }

  private ProtocolException broken(String message) {
    return new ProtocolException(port.step(), message, CLAUSE);
  }
}
