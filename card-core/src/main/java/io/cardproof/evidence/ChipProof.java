package io.cardproof.evidence;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;

/** The transcript of a protocol by which a chip shows that it holds a key. */
public sealed interface ChipProof {
  /** The chip's last status word in this protocol. */
  int statusWord();

  /**
   * Active Authentication, ICAO 9303-11 §6.1.
   *
   * @param challenge the eight bytes that the chip was asked to sign
   * @param response its signature; empty when it refused
   */
  record ActiveAuthentication(Bytes challenge, Bytes response, int statusWord)
      implements ChipProof {}

  /**
   * Chip Authentication, ICAO 9303-11 §6.2, with the terminal's ephemeral key, so that the session
   * keys can be derived again.
   *
   * @param protocolOid the variant that the terminal chose
   * @param keyId the reference of the chip's key, if DG14 gives one
   * @param terminalPublicKey the terminal's ephemeral public key as sent
   * @param terminalPrivateKey the private value that belongs to it
   * @param statusWord the chip's answer to the key agreement
   * @param protectedCommand the first command under the new keys, as sent; the counter starts at 0
   * @param protectedResponse the chip's whole answer to it, with the status word
   */
  record ChipAuthentication(
      String protocolOid,
      Optional<BigInteger> keyId,
      Bytes terminalPublicKey,
      Bytes terminalPrivateKey,
      int statusWord,
      Bytes protectedCommand,
      Bytes protectedResponse)
      implements ChipProof {}

  /**
   * PACE with Chip Authentication Mapping, ICAO 9303-11 §4.4.3.3.3, with the terminal's ephemeral
   * keys, so that mapping and session key can be derived again.
   *
   * @param protocolOid the variant of PACE
   * @param parameterId the standardised domain parameters, ICAO 9303-11 §9.5.1
   * @param nonce the decrypted nonce
   * @param terminalMappingKey the terminal's private key of the mapping
   * @param chipMappingPublicKey the chip's public key of the mapping, as received
   * @param terminalEphemeralKey the terminal's private key of the agreement
   * @param chipEphemeralPublicKey the chip's public key of the agreement, as received
   * @param encryptedData the value of data object 8A; empty when the chip sent none
   * @param statusWord the chip's last answer
   */
  record ChipAuthenticationMapping(
      String protocolOid,
      int parameterId,
      Bytes nonce,
      Bytes terminalMappingKey,
      Bytes chipMappingPublicKey,
      Bytes terminalEphemeralKey,
      Bytes chipEphemeralPublicKey,
      Bytes encryptedData,
      int statusWord)
      implements ChipProof {}
}
