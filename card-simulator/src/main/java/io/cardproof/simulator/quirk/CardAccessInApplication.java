package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.persona.Document;
import java.util.Arrays;
import java.util.Optional;

/** Shows EF.CardAccess, before access, in the application and nowhere else. */
final class CardAccessInApplication implements Interference {
  private static final int SELECT = 0xA4;
  private static final int BY_NAME = 0x04;
  private static final int MASTER_FILE = 0x3F00;
  private static final int FILE_NOT_FOUND = 0x6A82;

  private final byte[] content;
  private boolean inApplication;

  CardAccessInApplication(byte[] content) {
    this.content = content;
  }

  @Override
  public Interference forCard() {
    return new CardAccessInApplication(content);
  }

  @Override
  public Optional<Answer> instead(Exchange exchange) {
    follow(exchange);
    boolean addressed =
        exchange.phase() == Phase.PLAIN
            && exchange.fileId().stream().anyMatch(fid -> fid == Document.CARD_ACCESS);
    if (!addressed) {
      return Optional.empty();
    }
    return Optional.of(inApplication ? shown(exchange) : Answer.status(FILE_NOT_FOUND));
  }

  private void follow(Exchange exchange) {
    if (exchange.numberSinceReset() == 1) {
      inApplication = false;
    }
    if (exchange.ins() == SELECT && exchange.fileId().orElse(MASTER_FILE) == MASTER_FILE) {
      inApplication = exchange.p1p2() >> 8 == BY_NAME;
    }
  }

  private Answer shown(Exchange exchange) {
    if (!Reads.isRead(exchange)) {
      return Answer.of(new byte[0]);
    }
    int from = Math.min(Reads.offset(exchange), content.length);
    int to = Math.min(content.length, from + exchange.expectedLength());
    return Answer.of(Arrays.copyOfRange(content, from, to));
  }
}
