package io.cardproof.simulator.chip;

/** What a card remembers from one reset to the next. */
final class CardMemory {
  private final RetryCounter pin;
  private final RetryCounter puk;

  CardMemory(ChipImage image) {
    pin = new RetryCounter(CountedCode.FULL, image.pin().map(CountedCode::tries).orElse(0));
    int pukTries = image.puk().map(CountedCode::tries).orElse(0);
    puk = new RetryCounter(pukTries, pukTries);
  }

  /** Wrong tries of the PIN; a right one refills it. */
  RetryCounter pin() {
    return pin;
  }

  /** Uses of the PUK: each wrong try and each unblocking takes one, and nothing refills it. */
  RetryCounter puk() {
    return puk;
  }
}
