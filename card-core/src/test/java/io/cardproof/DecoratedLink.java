package io.cardproof;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;

/** A link that changes something about another one. */
public abstract class DecoratedLink implements CardLink {
  private final CardLink inner;

  protected DecoratedLink(CardLink inner) {
    this.inner = inner;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    return inner.transmit(command);
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Bytes atr() {
    return inner.atr();
  }

  @Override
  public int maxResponseBytes() {
    return inner.maxResponseBytes();
  }

  @Override
  public void close() {
    inner.close();
  }
}
