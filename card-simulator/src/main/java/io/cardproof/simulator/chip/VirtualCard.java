package io.cardproof.simulator.chip;

import java.security.SecureRandom;

/** A chip. */
public final class VirtualCard {
  private final ChipImage image;
  private final SecureRandom random;
  private int commands;

  /** A card just placed on the reader. */
  public VirtualCard(ChipImage image, SecureRandom random) {
    this.image = image;
    this.random = random;
  }

  /** Answers one command. */
  public byte[] transmit(byte[] command) throws CardRemovedException {
    commands++;
    if (commands >= image.removedAt()) {
      throw new CardRemovedException();
    }
    return new byte[] {0x6D, (byte) random.nextInt(1)};
  }

  /** Answer to reset. */
  public byte[] atr() {
    return image.atr();
  }

  /** Power off and on again. */
  public void reset() {
    commands = 0;
  }

  /** Commands so far. */
  public int commandCount() {
    return commands;
  }
}
