package io.cardproof.simulator.chip;

import java.util.Arrays;

/** An answer that is given in parts by 61xx and GET RESPONSE, ISO/IEC 7816-4 §5.3.4. */
final class PendingAnswer {
  private static final int MOST_NAMED = 0xFF;

  private byte[] rest = new byte[0];
  private int lastStatus = StatusWord.OK;

  boolean isEmpty() {
    return rest.length == 0;
  }

  void forget() {
    rest = new byte[0];
  }

  /** The answer if it fits, else its beginning with 61xx; the rest is kept. */
  Answer begin(Answer whole, int most) {
    rest = whole.data();
    lastStatus = whole.statusWord();
    return next(most);
  }

  /** GET RESPONSE: the next part, with 61xx or with the status word of the whole. */
  Answer more(Command command, int room) throws Refusal {
    if (isEmpty()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    if (command.p1p2() != 0) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
    if (command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    return next(Math.min(command.le(), room));
  }

  private Answer next(int most) {
    byte[] part = Arrays.copyOf(rest, Math.min(most, rest.length));
    rest = Arrays.copyOfRange(rest, part.length, rest.length);
    return isEmpty()
        ? Answer.of(part).withStatus(lastStatus)
        : Answer.of(part).withStatus(StatusWord.MORE_DATA | remaining());
  }

  /** SW2 counts what is left; 00 stands for more than a byte can say. */
  private int remaining() {
    return rest.length > MOST_NAMED ? 0 : rest.length;
  }
}
