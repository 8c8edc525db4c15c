package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.GroupElement;
import java.util.Optional;

/** How a nonce becomes the generator of one run of PACE, ICAO 9303-11 §4.4.3.3. */
sealed interface NonceMapping permits GenericMapping, IntegratedMapping, ChipAuthenticationMapping {
  /** Takes the nonce and the terminal's mapping data; 6A80 if these are not in order. */
  Mapped map(byte[] nonce, byte[] terminalData) throws Refusal;

  /** What the mapping proves about the chip, encrypted for the last step. */
  default Optional<byte[]> encryptedProof(CipherSuite suite, byte[] encryptionKey) {
    return Optional.empty();
  }

  /** The generator, and the chip's mapping key where the mapping has one. */
  record Mapped(GroupElement generator, Optional<GroupElement> chipKey) {
    /** The mapping data that the chip sends. */
    byte[] chipData() {
      return chipKey.map(GroupElement::encoded).orElse(new byte[0]);
    }
  }
}
