package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;

/** Simulated cards as links, and the keys that are printed on them. */
public final class SimulatedLinks {
  private SimulatedLinks() {}

  public static CardLink inProcess(VirtualCard chip) {
    return CardLink.of("in process", Bytes.of(chip.atr()), chip::transmit);
  }

  /** The same card behind the JDK's buffer of 8,192 bytes. */
  public static CardLink behindJdkBuffer(VirtualCard chip) {
    return CardLink.of("in process", Bytes.of(chip.atr()), 8_192, chip::transmit);
  }

  public static AccessKey can(SimulatedCard card) throws MalformedInputException {
    return AccessKey.can(card.can().orElseThrow());
  }

  public static AccessKey mrz(SimulatedCard card) throws MalformedInputException {
    return AccessKey.mrzLines(String.join("\n", card.mrz()));
  }

  /** What the holder of the card knows, else what is printed on it. */
  public static AccessKey key(SimulatedCard card) throws MalformedInputException {
    if (card.pin().isPresent()) {
      return AccessKey.pin(card.pin().get());
    }
    return card.can().isPresent() ? can(card) : mrz(card);
  }
}
