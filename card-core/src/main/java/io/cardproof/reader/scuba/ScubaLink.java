package io.cardproof.reader.scuba;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.Step;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;

/** A card service of scuba, as JMRTD's users have it, as a link. */
public final class ScubaLink implements CardLink {
  // A card service may sit on the JDK's PC/SC, whose buffer this is, and does not say so.
  private static final int JDK_BUFFER = 8_192;

  private final String name;
  private final CardService service;

  private ScubaLink(String name, CardService service) {
    this.name = name;
    this.service = service;
  }

  /**
   * Opens {@code service} and takes it over.
   *
   * @param name for people and for the evidence
   * @throws CardUnavailableException if it does not open; present the card again
   */
  public static ScubaLink open(String name, CardService service) throws CardUnavailableException {
    try {
      service.open();
    } catch (CardServiceException e) {
      throw removed();
    }
    return new ScubaLink(name, service);
  }

  @Override
  public byte[] transmit(byte[] command) throws CardUnavailableException {
    byte[] response;
    try {
      response = service.transmit(new CommandAPDU(command)).getBytes();
    } catch (CardServiceException | IllegalArgumentException | IllegalStateException e) {
      throw removed();
    }
    if (response.length < 2) {
      throw removed();
    }
    return response;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Bytes atr() {
    try {
      byte[] atr = service.getATR();
      return atr == null ? Bytes.empty() : Bytes.of(atr);
    } catch (CardServiceException e) {
      return Bytes.empty();
    }
  }

  @Override
  public int maxResponseBytes() {
    return JDK_BUFFER;
  }

  @Override
  public void close() {
    service.close();
  }

  private static CardUnavailableException removed() {
    return new CardUnavailableException(
        ErrorCode.CARD_REMOVED, Step.CONNECT, "the card went away; present it again");
  }
}
