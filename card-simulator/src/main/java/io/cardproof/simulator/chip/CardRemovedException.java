package io.cardproof.simulator.chip;

import java.io.IOException;

/** The card has left the field: nothing answers until {@link VirtualCard#reset()}. */
public final class CardRemovedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A removal; whatever carries the card should report it as it reports a pulled card. */
  public CardRemovedException() {
    super("card removed");
  }
}
