package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads transparent files in as few commands as the chip allows: the first READ BINARY names the
 * file by its short identifier and asks for all of it, ICAO 9303-10 §3.6.2 and ISO 7816-4 §11.2.
 */
final class FileReader {
  static final String CLAUSE = "ICAO 9303-10 §3.6";
  // Tag and length of any file but the longest, and no more than the shortest file has.
  private static final int HEADER = 4;

  private enum ShortIdentifiers {
    UNTRIED,
    WORK,
    UNSUPPORTED
  }

  private final ApduPort port;
  private final BinaryReads reads;
  private final FileSelection selection = new FileSelection();
  private final ProgressListener progress;
  private final Limits limits;
  private ShortIdentifiers shortIdentifiers = ShortIdentifiers.UNTRIED;
  private boolean refusesToReadPastTheEnd;

  FileReader(
      ApduPort port,
      ReadLadder ladder,
      int maxResponseBytes,
      ProgressListener progress,
      Limits limits) {
    this.port = port;
    this.reads = new BinaryReads(port, ladder, maxResponseBytes);
    this.progress = progress;
    this.limits = limits;
  }

  /** The first bytes of a file, {@code wanted} at most. */
  private interface Start {
    Answer read(int wanted) throws CardUnavailableException, ProtocolException;
  }

  /**
   * Reads one file, or says by which status word the chip refuses it.
   *
   * @throws ProtocolException if the chip declares an impossible length or never comes to an end
   */
  FileAnswer read(Channel channel, FileId id) throws CardUnavailableException, ProtocolException {
    if (shortIdentifiers != ShortIdentifiers.UNSUPPORTED) {
      Answer first = readByShortIdentifier(channel, id, id.sfi());
      if (!first.data().isEmpty() || !mayLackShortIdentifiers(first)) {
        return complete(channel, id, first);
      }
    }
    FileAnswer answer = selectAndRead(channel, id, id.fid());
    if (answer.isRead()) {
      shortIdentifiers = ShortIdentifiers.UNSUPPORTED;
    }
    return answer;
  }

  /** Reads one file by its short identifier only. */
  FileAnswer readWithoutSelect(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    return complete(channel, id, readByShortIdentifier(channel, id, id.sfi()));
  }

  /** Reads one file of the directory that is selected, by every form of SELECT there is. */
  FileAnswer readBySelect(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    return selectAndRead(channel, id, id.fid());
  }

  /**
   * Reads a file that is not in its usual place, where all of its names must lead.
   *
   * @param fid where it is
   * @param sfi its short identifier there, which is used too if there is one
   */
  FileAnswer readElsewhere(Channel channel, FileId id, int fid, OptionalInt sfi)
      throws CardUnavailableException, ProtocolException {
    FileAnswer selected = selectAndRead(channel, id, fid);
    boolean named = sfi.isPresent() && shortIdentifiers != ShortIdentifiers.UNSUPPORTED;
    return named && selected.isRead()
        ? complete(channel, id, readByShortIdentifier(channel, id, sfi.getAsInt()))
        : selected;
  }

  private FileAnswer selectAndRead(Channel channel, FileId id, int fid)
      throws CardUnavailableException, ProtocolException {
    Answer selected = selection.select(channel, fid);
    if (!selected.isSuccess()) {
      return FileAnswer.refused(selected.statusWord());
    }
    return complete(channel, id, start(id, wanted -> reads.at(channel, 0, wanted)));
  }

  private Answer readByShortIdentifier(Channel channel, FileId id, int sfi)
      throws CardUnavailableException, ProtocolException {
    Answer first = start(id, wanted -> reads.byShortIdentifier(channel, sfi, wanted));
    if (!first.data().isEmpty() && !id.inMasterFile()) {
      shortIdentifiers = ShortIdentifiers.WORK;
    }
    return first;
  }

  // All of the file; its header only from a chip that takes more than there is for an error.
  private Answer start(FileId id, Start start) throws CardUnavailableException, ProtocolException {
    if (refusesToReadPastTheEnd) {
      return start.read(HEADER);
    }
    Answer whole = start.read(limits.fileBytes(id));
    if (whole.statusWord() != Answer.OUTSIDE_FILE) {
      return whole;
    }
    Answer header = start.read(HEADER);
    refusesToReadPastTheEnd = !header.data().isEmpty();
    return refusesToReadPastTheEnd ? header : whole;
  }

  // Chips that do not know short identifiers say so in many ways; a refusal of access is none.
  private boolean mayLackShortIdentifiers(Answer refused) {
    return shortIdentifiers == ShortIdentifiers.UNTRIED
        && !refused.isSuccess()
        && !refused.deniesAccess();
  }

  private FileAnswer complete(Channel channel, FileId id, Answer first)
      throws CardUnavailableException, ProtocolException {
    if (first.data().isEmpty()) {
      requireRefusal(first);
      return FileAnswer.refused(first.statusWord());
    }
    Answer last = id.isRow() ? first : withHeader(channel, first);
    int declared = id.isRow() ? limits.fileBytes(id) : declaredLength(id, last.data());
    byte[] content = new byte[declared];
    int have = copy(last.data(), content, 0);
    progress.fileProgress(id, have, declared);
    while (have < declared && last.statusWord() != Answer.END_OF_FILE) {
      last = reads.at(channel, have, declared - have);
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

  private Answer withHeader(Channel channel, Answer first)
      throws CardUnavailableException, ProtocolException {
    int missing = new FileHeader(first.data()).missing();
    if (missing == 0) {
      return first;
    }
    Answer more = reads.at(channel, first.data().length(), missing);
    return new Answer(Bytes.concat(first.data(), more.data()), more.statusWord());
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

  private int declaredLength(FileId id, Bytes start) throws ProtocolException {
    FileHeader header = new FileHeader(start);
    if (header.missing() > 0) {
      throw broken("the chip sends less than a file's header");
    }
    OptionalLong declared = header.declaredBytes();
    if (declared.isEmpty()) {
      throw broken(id.label() + " declares an impossible length");
    }
    if (declared.getAsLong() > limits.fileBytes(id)) {
      throw new ProtocolException(
          ErrorCode.LIMIT_EXCEEDED,
          port.step(),
          id.label() + " declares more bytes than such a file may have",
          CLAUSE,
          OptionalInt.empty());
    }
    return (int) declared.getAsLong();
  }

  private ProtocolException broken(String message) {
    return new ProtocolException(port.step(), message, CLAUSE);
  }
}
