package io.cardproof.reader;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.value.Bytes;

/**
 * A card in reach: command APDUs in, response APDUs out. It belongs to one inspection at a time.
 */
public interface CardLink extends AutoCloseable {
  /** The longest response of a link without a limit of its own: 65,536 bytes and a status word. */
  int UNLIMITED_RESPONSE = 65_538;

  /**
   * Sends one command exactly as it is and returns exactly what the card answers.
   *
   * @return the response APDU, at least the two bytes of the status word; owned by the caller
   * @throws CardUnavailableException if the card went away; present it again
   */
  byte[] transmit(byte[] command) throws CardUnavailableException;

  /** The reader's name, for people and for the evidence. */
  String name();

  /** The answer to reset, or no bytes where there is none. */
  Bytes atr();

  /** The most bytes that one response may have on this link, status word included. */
  default int maxResponseBytes() {
    return UNLIMITED_RESPONSE;
  }

  /** Lets the card go. Never fails, and does nothing the second time. */
  @Override
  void close();

  /** A link over {@code transceiver}; closing it does nothing. */
  static CardLink of(String name, Bytes atr, Transceiver transceiver) {
    return of(name, atr, UNLIMITED_RESPONSE, transceiver);
  }

  /**
   * The same over a driver whose responses have an end.
   *
   * @param maxResponseBytes the most bytes that one response may have, status word included
   */
  static CardLink of(String name, Bytes atr, int maxResponseBytes, Transceiver transceiver) {
    return new TransceiverLink(name, atr, maxResponseBytes, transceiver);
  }
}
