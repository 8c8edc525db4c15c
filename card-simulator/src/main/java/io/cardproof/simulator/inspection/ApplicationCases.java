package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import java.util.Map;

/** The chips of the unit {@code application}. */
final class ApplicationCases {
  private static final int SELECT = 0xA4;
  private static final int BY_NAME = 0x04;
  private static final int FILE_NOT_FOUND = 0x6A82;

  private ApplicationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_A_01", CaseFault.none(),
        "ISO7816_A_02", CaseFault.none(),
        "ISO7816_A_03",
            ChipFault.instead(ApplicationCases::selectsApplication, Answer.status(FILE_NOT_FOUND)));
  }

  private static boolean selectsApplication(Exchange exchange) {
    return exchange.ins() == SELECT && exchange.p1p2() >> 8 == BY_NAME;
  }
}
