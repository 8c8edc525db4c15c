package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;

/**
 * Reads EF.CardAccess before anything is selected, and by every form of SELECT that cards in the
 * field want. A card that has none offers no PACE.
 */
final class MasterFile {
  private static final int SELECT = 0xA4;
  private static final Bytes MASTER_FILE = Bytes.of((byte) 0x3F, (byte) 0x00);
  private static final Bytes CARD_ACCESS = Bytes.of((byte) 0x01, (byte) 0x1C);

  private final Channel channel;
  private final FileReader files;

  MasterFile(Channel channel, FileReader files) {
    this.channel = channel;
    this.files = files;
  }

  /** EF.CardAccess, or the status word by which it was last refused. */
  FileAnswer cardAccess() throws CardUnavailableException, ProtocolException {
    FileAnswer direct = files.readWithoutSelect(channel, FileId.CARD_ACCESS);
    // Inside an application the same identifier is EF.CVCA.
    if (direct.isRead() && direct.content().at(0) == FileId.CARD_ACCESS.tag()) {
      return direct;
    }
    // Some cards refuse SELECT MF altogether (6D00, 6A86) and have the file all the same.
    channel.transmit(Apdu.of(SELECT, 0x00, 0x0C, MASTER_FILE, 0));
    Answer selected = channel.transmit(Apdu.of(SELECT, 0x02, 0x0C, CARD_ACCESS, 0));
    if (!selected.isSuccess() && selected.statusWord() != Answer.FILE_NOT_FOUND) {
      selected = channel.transmit(Apdu.of(SELECT, 0x00, 0x00, CARD_ACCESS, 256));
    }
    return selected.isSuccess()
        ? files.readSelected(channel, FileId.CARD_ACCESS)
        : FileAnswer.refused(selected.statusWord());
  }
}
