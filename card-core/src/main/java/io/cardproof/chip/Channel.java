package io.cardproof.chip;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import java.util.Optional;

/** Commands in the clear in, answers in the clear out; in between, protected or not. */
interface Channel extends AutoCloseable {
  /**
   * Sends one command and returns what the chip says.
   *
   * @throws ProtocolException if the channel is lost, or a limit is reached
   */
  Answer transmit(Apdu command) throws CardUnavailableException, ProtocolException;

  /** The most plain bytes that one answer can carry when responses are limited to this length. */
  int largestRead(int maxResponseBytes);

  /** Whether the command goes as a short APDU. */
  boolean fitsShort(Apdu command);

  /** What protects the channel, if anything does. */
  Optional<CipherSuite> suite();

  /** Whether a refused command leaves the channel as it was. */
  boolean isPlain();

  /** Wipes the keys, if there are any; nothing can be sent afterwards. */
  @Override
  void close();
}
