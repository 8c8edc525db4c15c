package io.cardproof.crypto;

import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Chip Authentication version 1, judged from its transcript: ICAO 9303-11 §6.2. Only a chip that
 * holds the private key can answer under the keys that this agreement yields; whoever trusts the
 * terminal that recorded it is convinced.
 */
public final class ChipAuthenticationCheck {
  private static final String DIFFIE_HELLMAN = "0.4.0.127.0.7.2.2.3.1.";
  private static final String ELLIPTIC_CURVE = "0.4.0.127.0.7.2.2.3.2.";

  private ChipAuthenticationCheck() {}

  /** The ciphers that follow a protocol, if it is one that we speak, ICAO 9303-11 §9.2.6. */
  public static Optional<CipherSuite> suite(String protocolOid) {
    if (!protocolOid.startsWith(DIFFIE_HELLMAN) && !protocolOid.startsWith(ELLIPTIC_CURVE)) {
      return Optional.empty();
    }
    return switch (protocolOid.substring(DIFFIE_HELLMAN.length())) {
      case "1" -> Optional.of(CipherSuite.TRIPLE_DES);
      case "2" -> Optional.of(CipherSuite.AES_128);
      case "3" -> Optional.of(CipherSuite.AES_192);
      case "4" -> Optional.of(CipherSuite.AES_256);
      default -> Optional.empty();
    };
  }

  /**
   * The chip's public key, checked.
   *
   * @param protocolOid the protocol that the key is for
   * @param spki DER SubjectPublicKeyInfo
   * @throws KeyFormatException if it is malformed, not supported or not for this protocol
   */
  public static AgreementPublicKey chipKey(String protocolOid, Bytes spki)
      throws KeyFormatException {
    AgreementPublicKey key = AgreementGroups.publicKey(spki);
    if (key.group() instanceof EcGroup != protocolOid.startsWith(ELLIPTIC_CURVE)) {
      throw new KeyFormatException(
          KeyFormatException.Kind.MALFORMED, "the key is of another kind than its protocol");
    }
    return key;
  }

  /**
   * The keys that terminal and chip share.
   *
   * @param chipPublicKey from DG14, checked
   * @param terminalPrivateKey the terminal's ephemeral key
   */
  public static SessionKeys agree(
      CipherSuite suite, AgreementPublicKey chipPublicKey, BigInteger terminalPrivateKey) {
    try (Secret secret =
        chipPublicKey.group().sharedSecret(terminalPrivateKey, chipPublicKey.encoded())) {
      return SessionKeys.derive(suite, secret);
    } catch (KeyFormatException e) {
      throw new IllegalArgumentException("the chip's public key was not checked", e);
    }
  }

  /**
   * Judges the first exchange under the new keys, whose counter starts at zero.
   *
   * @param protocolOid the protocol that DG14 names
   * @param chipPublicKeySpki the SubjectPublicKeyInfo in DG14
   * @param terminalPublicKey the ephemeral public key that was sent
   * @param terminalPrivateKey its private key, big-endian
   * @param protectedCommand the first command under the new keys, as sent
   * @param protectedResponse the answer, as received, with its status word
   * @throws ProofException if the chip has not shown that it holds the private key
   */
  public static void verify(
      String protocolOid,
      Bytes chipPublicKeySpki,
      Bytes terminalPublicKey,
      Bytes terminalPrivateKey,
      Bytes protectedCommand,
      Bytes protectedResponse)
      throws ProofException {
    CipherSuite suite =
        suite(protocolOid)
            .orElseThrow(() -> new ProofException(Fault.UNSUPPORTED, "unknown protocol"));
    AgreementPublicKey chip = usable(protocolOid, chipPublicKeySpki);
    BigInteger terminal = terminalKey(chip.group(), terminalPublicKey, terminalPrivateKey);
    try (SessionKeys keys = agree(suite, chip, terminal)) {
      verifyExchange(keys, protectedCommand.toByteArray(), protectedResponse.toByteArray());
    }
  }

  private static AgreementPublicKey usable(String protocolOid, Bytes spki) throws ProofException {
    try {
      return chipKey(protocolOid, spki);
    } catch (KeyFormatException e) {
      Fault fault =
          e.kind() == KeyFormatException.Kind.MALFORMED ? Fault.KEY_MALFORMED : Fault.UNSUPPORTED;
      throw new ProofException(fault, "the chip's public key: " + e.getMessage());
    }
  }

  private static BigInteger terminalKey(AgreementGroup group, Bytes publicKey, Bytes privateKey)
      throws ProofException {
    BigInteger key = new BigInteger(1, privateKey.toByteArray());
    if (key.signum() == 0 || privateKey.length() > group.privateKeyBytes()) {
      throw new ProofException(Fault.TRANSCRIPT_MALFORMED, "the terminal's private key");
    }
    if (!group.publicKey(key).equals(publicKey) || !isPublicKey(group, publicKey)) {
      throw new ProofException(Fault.TRANSCRIPT_MALFORMED, "the terminal's keys are no pair");
    }
    return key;
  }

  // A multiple of the order is no private key: its public key is the point at infinity, or 1.
  private static boolean isPublicKey(AgreementGroup group, Bytes publicKey) {
    try {
      return group.checked(publicKey).equals(publicKey);
    } catch (KeyFormatException e) {
      return false;
    }
  }

  private static void verifyExchange(SessionKeys keys, byte[] command, byte[] response)
      throws ProofException {
    MessageProtection protection = new MessageProtection(keys);
    SendSequenceCounter counter = SendSequenceCounter.zero(keys.suite());
    if (!isOurs(protection, counter.next(), command)) {
      throw new ProofException(
          Fault.COMMAND_NOT_UNDER_KEYS, "the command does not belong to this agreement");
    }
    if (response.length < 2) {
      throw new ProofException(Fault.TRANSCRIPT_MALFORMED, "the answer has no status word");
    }
    try {
      protection.open(counter.next(), response);
    } catch (ProtectionException e) {
      throw new ProofException(Fault.RESPONSE_NOT_UNDER_KEYS, "the answer: " + e.getMessage());
    }
  }

  private static boolean isOurs(MessageProtection protection, byte[] ssc, byte[] command)
      throws ProofException {
    try {
      return protection.isOurs(ssc, command);
    } catch (ProtectionException e) {
      throw new ProofException(Fault.TRANSCRIPT_MALFORMED, "the command: " + e.getMessage());
    }
  }
}
