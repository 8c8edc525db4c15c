package io.cardproof.crypto;

import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.math.ec.ECPoint;

/**
 * PACE with Chip Authentication Mapping, judged from its transcript: ICAO 9303-11 §4.4.3.5. The
 * chip sends the quotient of its mapping key and its static key under the session keys of PACE;
 * only who holds both private keys knows it. Whoever trusts the terminal that recorded it is
 * convinced.
 */
public final class ChipAuthenticationMappingCheck {
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.4.6.";

  private ChipAuthenticationMappingCheck() {}

  /**
   * What terminal and chip exchanged.
   *
   * @param protocolOid the variant of PACE
   * @param parameterId the standardised domain parameters
   * @param nonce the decrypted nonce
   * @param terminalMappingKey the terminal's private key of the mapping, big-endian
   * @param chipMappingPublicKey the chip's point of the mapping
   * @param terminalEphemeralKey the terminal's private key of the agreement, big-endian
   * @param chipEphemeralPublicKey the chip's point of the agreement
   * @param encryptedData the value of data object 8A; empty if there was none
   */
  public record Transcript(
      String protocolOid,
      int parameterId,
      Bytes nonce,
      Bytes terminalMappingKey,
      Bytes chipMappingPublicKey,
      Bytes terminalEphemeralKey,
      Bytes chipEphemeralPublicKey,
      Bytes encryptedData) {}

  /** Whether this variant of PACE proves the chip. */
  public static boolean isMapping(String protocolOid) {
    return suite(protocolOid).isPresent();
  }

  /**
   * Judges the transcript.
   *
   * @param staticKeys DER SubjectPublicKeyInfo of the chip's static keys; one of them decides
   * @throws ProofException if the chip has not shown that it holds one of the private keys
   */
  public static void verify(Transcript transcript, List<Bytes> staticKeys) throws ProofException {
    CipherSuite suite =
        suite(transcript.protocolOid())
            .orElseThrow(
                () -> new ProofException(Fault.UNSUPPORTED, "not a mapping that proves a chip"));
    EcGroup group = group(transcript.parameterId());
    if (transcript.encryptedData().isEmpty()) {
      throw new ProofException(Fault.MAPPING_DATA_MISSING, "no encrypted data");
    }
    BigInteger quotient = quotient(group, decrypt(suite, group, transcript));
    ECPoint mapping = point(group, transcript.chipMappingPublicKey());
    for (AgreementPublicKey key : usable(staticKeys, group)) {
      if (point(group, key.encoded()).multiply(quotient).equals(mapping)) {
        return;
      }
    }
    throw new ProofException(
        Fault.MAPPING_KEY_MISMATCH, "the mapping key does not follow from the static key");
  }

  // Triple DES is not allowed here, ICAO 9303-11 §9.2.2.
  private static Optional<CipherSuite> suite(String oid) {
    if (!oid.startsWith(PROTOCOL)) {
      return Optional.empty();
    }
    return switch (oid.substring(PROTOCOL.length())) {
      case "2" -> Optional.of(CipherSuite.AES_128);
      case "3" -> Optional.of(CipherSuite.AES_192);
      case "4" -> Optional.of(CipherSuite.AES_256);
      default -> Optional.empty();
    };
  }

  private static EcGroup group(int parameterId) throws ProofException {
    return AgreementGroups.byParameterId(parameterId)
        .filter(EcGroup.class::isInstance)
        .map(EcGroup.class::cast)
        .orElseThrow(() -> new ProofException(Fault.UNSUPPORTED, "no standardised elliptic curve"));
  }

  private static byte[] decrypt(CipherSuite suite, EcGroup group, Transcript transcript)
      throws ProofException {
    byte[] cryptogram = transcript.encryptedData().toByteArray();
    if (cryptogram.length % suite.blockBytes() != 0) {
      throw malformed();
    }
    try (SessionKeys keys = sessionKeys(suite, group, transcript)) {
      // The initial vector is the encryption of -1, which takes the place of the counter.
      byte[] minusOne = new byte[suite.blockBytes()];
      Arrays.fill(minusOne, (byte) 0xFF);
      byte[] padded = new ChannelCipher(keys).decrypt(minusOne, cryptogram);
      OptionalInt length = IsoPadding.lengthWithout(padded, suite.blockBytes());
      return Arrays.copyOf(padded, length.orElseThrow(ChipAuthenticationMappingCheck::malformed));
    }
  }

  // Generic mapping, then the agreement on the mapped generator, ICAO 9303-11 §4.4.3.3. What the
  // terminal shares follows from the chip's point alone; that the chip knows it as well needs the
  // generator, and with it the private key of the mapping.
  private static SessionKeys sessionKeys(CipherSuite suite, EcGroup group, Transcript transcript)
      throws ProofException {
    BigInteger nonce = new BigInteger(1, transcript.nonce().toByteArray());
    try {
      ECPoint shared =
          group.sharedPoint(
              privateKey(group, transcript.terminalMappingKey()),
              transcript.chipMappingPublicKey());
      ECPoint generator = group.domain().getG().multiply(nonce).add(shared).normalize();
      if (generator.isInfinity()) {
        throw transcript("the mapping leads to the point at infinity");
      }
      BigInteger own = privateKey(group, transcript.terminalEphemeralKey());
      AgreementGroup mapped = group.withGenerator(generator);
      if (mapped.publicKey(own).equals(transcript.chipEphemeralPublicKey())) {
        throw transcript("both sides have the same key");
      }
      try (Secret secret = mapped.sharedSecret(own, transcript.chipEphemeralPublicKey())) {
        return SessionKeys.derive(suite, secret);
      }
    } catch (KeyFormatException e) {
      throw transcript("the chip's key: " + e.getMessage());
    }
  }

  private static BigInteger privateKey(EcGroup group, Bytes encoded) throws ProofException {
    BigInteger key = new BigInteger(1, encoded.toByteArray());
    if (key.signum() == 0 || key.compareTo(group.domain().getN()) >= 0) {
      throw transcript("the terminal's private key");
    }
    return key;
  }

  private static BigInteger quotient(EcGroup group, byte[] data) throws ProofException {
    BigInteger quotient = new BigInteger(1, data);
    if (data.length > group.privateKeyBytes()
        || quotient.signum() == 0
        || quotient.compareTo(group.domain().getN()) >= 0) {
      throw malformed();
    }
    return quotient;
  }

  // A key on another curve belongs to another protocol; one that cannot be read is nobody's.
  private static List<AgreementPublicKey> usable(List<Bytes> staticKeys, EcGroup group)
      throws ProofException {
    List<AgreementPublicKey> usable =
        staticKeys.stream()
            .flatMap(spki -> read(spki).stream())
            .filter(key -> key.group().equals(group))
            .toList();
    if (usable.isEmpty()) {
      throw new ProofException(Fault.KEY_MALFORMED, "no usable static key on this curve");
    }
    return usable;
  }

  private static Optional<AgreementPublicKey> read(Bytes spki) {
    try {
      return Optional.of(AgreementGroups.publicKey(spki));
    } catch (KeyFormatException e) {
      return Optional.empty();
    }
  }

  private static ECPoint point(EcGroup group, Bytes encoded) throws ProofException {
    try {
      return EcCurves.point(group.domain(), encoded);
    } catch (KeyFormatException e) {
      throw transcript("the chip's key: " + e.getMessage());
    }
  }

  private static ProofException malformed() {
    return new ProofException(
        Fault.MAPPING_DATA_MALFORMED, "the encrypted data are no number of this group");
  }

  private static ProofException transcript(String message) {
    return new ProofException(Fault.TRANSCRIPT_MALFORMED, message);
  }
}
