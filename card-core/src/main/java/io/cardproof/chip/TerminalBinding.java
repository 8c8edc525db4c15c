package io.cardproof.chip;

import io.cardproof.value.Bytes;

/**
 * What ties a terminal's signature to this chip and this channel, TR-03110-1 §3.5.
 *
 * @param chipIdentifier ID_PICC: after PACE the compressed ephemeral key of the chip, after BAC the
 *     document number with its check digit
 * @param terminalKey the compressed ephemeral key of the terminal in Chip Authentication
 */
record TerminalBinding(Bytes chipIdentifier, Bytes terminalKey) {
  /** What the terminal signs when the chip says {@code challenge}. */
  Bytes message(Bytes challenge) {
    return Bytes.concat(chipIdentifier, challenge, terminalKey);
  }
}
