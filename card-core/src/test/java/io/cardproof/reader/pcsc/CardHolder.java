package io.cardproof.reader.pcsc;

import java.io.IOException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** Another program: holds the card of the virtual reader until its input ends. */
final class CardHolder {
  private CardHolder() {}

  public static void main(String[] arguments) throws CardException, IOException {
    CardTerminal terminal =
        TerminalFactory.getDefault().terminals().getTerminal(PrivatePcscd.READER);
    terminal.waitForCardPresent(0);
    Card card = terminal.connect("*");
    card.beginExclusive();
    System.out.println("held");
    while (System.in.read() >= 0) {
      // Nothing is said; the end counts.
    }
    card.endExclusive();
    card.disconnect(false);
  }
}
