package io.cardproof.chip;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;

/** Raw APDUs in and out, as they go over the air. */
interface ApduPort {
  /** Sends one raw command; the answer has at least two bytes. */
  byte[] exchange(byte[] command) throws CardUnavailableException, ProtocolException;

  /** Where the inspection is, for errors. */
  Step step();
}
