package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;

/**
 * SELECT of an elementary file, ICAO 9303-10 §3.6.2. The standard's form asks for no template; some
 * chips refuse it and take another. The form that worked is kept for the rest of the inspection.
 */
final class FileSelection {
  private static final int SELECT = 0xA4;
  private static final int ANY_LENGTH = 256;

  private enum Form {
    WITHOUT_TEMPLATE(0x02, 0x0C, 0),
    WITH_INFORMATION(0x02, 0x00, ANY_LENGTH),
    WITH_PARAMETERS(0x02, 0x04, ANY_LENGTH),
    BY_IDENTIFIER(0x00, 0x00, ANY_LENGTH);

    private final int p1;
    private final int p2;
    private final int expectedLength;

    Form(int p1, int p2, int expectedLength) {
      this.p1 = p1;
      this.p2 = p2;
      this.expectedLength = expectedLength;
    }

    Apdu command(int fid) {
      Bytes name = Bytes.of((byte) (fid >> 8), (byte) fid);
      return Apdu.of(SELECT, p1, p2, name, expectedLength);
    }
  }

  private Form form = Form.WITHOUT_TEMPLATE;
  private boolean proven;

  /** The chip's answer; what it tells about the file is nobody's concern. */
  Answer select(Channel channel, int fid) throws CardUnavailableException, ProtocolException {
    Answer answer = channel.transmit(form.command(fid));
    if (!proven && mayRefuseForm(answer)) {
      answer = selectOtherwise(channel, fid, answer);
    }
    proven |= answer.isSuccess();
    return answer;
  }

  private Answer selectOtherwise(Channel channel, int fid, Answer refused)
      throws CardUnavailableException, ProtocolException {
    for (Form other : Form.values()) {
      if (other == form) {
        continue;
      }
      Answer answer = channel.transmit(other.command(fid));
      if (!mayRefuseForm(answer)) {
        form = other;
        return answer;
      }
    }
    return refused;
  }

  // What is about the file or about access says nothing about the form.
  private static boolean mayRefuseForm(Answer answer) {
    return !answer.isSuccess()
        && !answer.deniesAccess()
        && answer.statusWord() != Answer.FILE_NOT_FOUND;
  }
}
