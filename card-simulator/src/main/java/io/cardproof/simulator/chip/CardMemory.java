package io.cardproof.simulator.chip;

import java.util.Optional;

/** What a card remembers from one reset to the next. */
final class CardMemory {
  private final RetryCounter pin;
  private final RetryCounter puk;
  private final Optional<TrustPoints> trustPoints;

  CardMemory(ChipImage image) {
    pin = counter(image.access().pin());
    puk = counter(image.access().puk());
    trustPoints = image.terminalTrust().map(TrustPoints::new);
  }

  /** Wrong tries of the PIN; a right one refills it. */
  RetryCounter pin() {
    return pin;
  }

  /** Uses of the PUK: each wrong try and each unblocking takes one, and nothing refills it. */
  RetryCounter puk() {
    return puk;
  }

  /** Whom the card trusts to certify terminals, if it does Terminal Authentication. */
  Optional<TrustPoints> trustPoints() {
    return trustPoints;
  }

  private static RetryCounter counter(Optional<CountedCode> code) {
    return code.map(CountedCode::counter).orElseGet(() -> new RetryCounter(0, 0));
  }
}
