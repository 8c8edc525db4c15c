package io.cardproof.reader;

import java.io.IOException;

/** Carries one command APDU to a card and brings back its answer: all that a driver must do. */
@FunctionalInterface
public interface Transceiver {
  /**
   * Sends {@code command} and waits for the answer.
   *
   * @return the response APDU, its status word at the end; owned by the caller
   * @throws IOException if the card does not answer any more
   */
  byte[] transmit(byte[] command) throws IOException;
}
