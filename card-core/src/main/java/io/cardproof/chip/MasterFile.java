package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;

/** Reads the files of the master file by every form of SELECT that cards in the field want. */
final class MasterFile {
  private static final int SELECT = 0xA4;
  private static final Bytes MASTER_FILE = Bytes.of((byte) 0x3F, (byte) 0x00);

  private final Channel channel;
  private final FileReader files;

  MasterFile(Channel channel, FileReader files) {
    this.channel = channel;
    this.files = files;
  }

  /** EF.CardAccess, before anything is selected, or the status word of its last refusal. */
  FileAnswer cardAccess() throws CardUnavailableException, ProtocolException {
    FileAnswer direct = files.readWithoutSelect(channel, FileId.CARD_ACCESS);
    // Inside an application the same identifier is EF.CVCA.
    if (direct.isRead() && direct.content().at(0) == FileId.CARD_ACCESS.tag()) {
      return direct;
    }
    // Some cards refuse SELECT MF altogether (6D00, 6A86) and have the file all the same.
    channel.transmit(Apdu.of(SELECT, 0x00, 0x0C, MASTER_FILE, 0));
    return files.readBySelect(channel, FileId.CARD_ACCESS);
  }

  /**
   * EF.CardSecurity, while the master file is still selected, or the status word of its refusal.
   */
  FileAnswer cardSecurity() throws CardUnavailableException, ProtocolException {
    return file(FileId.CARD_SECURITY);
  }

  /** A file that is open to everybody, while the master file is selected. */
  FileAnswer file(FileId id) throws CardUnavailableException, ProtocolException {
    FileAnswer direct = files.readWithoutSelect(channel, id);
    return direct.isRead() ? direct : files.readBySelect(channel, id);
  }
}
