package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.persona.Document;
import java.util.Arrays;

/** EF.CVCA that says something else than what the chip goes by. */
final class AuthoritiesFile implements Interference {
  private static final int READ_BINARY = 0xB0;
  private static final int BY_SHORT_IDENTIFIER = 0x8000;
  private static final int SHORT_OFFSET = 0xFF;

  private final byte[] content;

  /**
   * @param content as long as the file is
   */
  AuthoritiesFile(byte[] content) {
    this.content = content.clone();
  }

  @Override
  public Answer plain(Exchange exchange, Answer answer) {
    int length = answer.data().length;
    if (!reads(exchange) || length == 0) {
      return answer;
    }
    int p1p2 = exchange.p1p2();
    int from = (p1p2 & BY_SHORT_IDENTIFIER) != 0 ? p1p2 & SHORT_OFFSET : p1p2;
    return answer.withData(Arrays.copyOfRange(content, from, from + length));
  }

  // In the master file the same identifier is EF.CardAccess, which nobody reads so late.
  private static boolean reads(Exchange exchange) {
    return exchange.ins() == READ_BINARY
        && exchange.phase().compareTo(Phase.CHIP_AUTHENTICATION) >= 0
        && exchange.fileId().orElse(0) == Document.CVCA;
  }
}
