package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.ChannelCipher;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.CompressedKey;
import io.cardproof.crypto.EcGroup;
import io.cardproof.crypto.GenericMapping;
import io.cardproof.crypto.IntegratedMapping;
import io.cardproof.crypto.KeyDerivation;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.util.BigIntegers;

/**
 * PACE, ICAO 9303-11 §4.4, from the first GENERAL AUTHENTICATE on: the terminal's side. One
 * attempt, whatever the chip says.
 */
final class Pace {
  private static final String CLAUSE = "ICAO 9303-11 §4.4";
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int CHAINED = 0x10;
  private static final int LAST = 0x00;
  private static final int LONGEST_NONCE = 64;
  private static final int TOKEN = 0x86;
  private static final int ENCRYPTED_CHIP_AUTHENTICATION_DATA = 0x8A;
  // Names of keys for Terminal Authentication, TR-03110-3 §B.11.1; and what only Chip
  // Authentication
  // Mapping is to send and only there means anything.
  private static final Set<Integer> BESIDE_TOKEN =
      Set.of(0x87, 0x88, ENCRYPTED_CHIP_AUTHENTICATION_DATA);

  private final Channel channel;
  private final SecureRandom random;
  private final PaceOffer offer;
  private final CipherSuite suite;
  private final AccessKey key;

  Pace(Channel channel, SecureRandom random, PaceOffer offer, AccessKey key) {
    this.channel = channel;
    this.random = random;
    this.offer = offer;
    this.suite = offer.variant().suite();
    this.key = key;
  }

  /**
   * What PACE yields.
   *
   * @param keys of the new channel, whose counter starts at zero; the caller closes them
   * @param proof the transcript of Chip Authentication Mapping
   * @param chipIdentifier ID_PICC of Terminal Authentication: the chip's compressed ephemeral key
   */
  record Outcome(SessionKeys keys, Optional<ChipProof> proof, Bytes chipIdentifier) {}

  private record Mapped(AgreementGroup group, BigInteger ownKey, Bytes chipKey) {
    @Override
    public String toString() {
      return "Mapped[redacted]";
    }
  }

  private record Agreed(SessionKeys keys, BigInteger privateKey, Bytes ownKey, Bytes chipKey) {
    @Override
    public String toString() {
      return "Agreed[redacted]";
    }
  }

  /**
   * Opens the chip, which has accepted the protocol.
   *
   * @throws AccessDeniedException if the chip refuses the key; ask for it again
   */
  Outcome run() throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Bytes nonce = decrypt(chained(Bytes.empty(), 0x80, "the encrypted nonce"));
    Mapped mapped = map(nonce);
    Agreed agreed = agree(mapped.group());
    boolean opened = false;
    try {
      DynamicData answer = exchangeTokens(agreed);
      Optional<ChipProof> proof = proof(nonce, mapped, agreed, answer);
      opened = true;
      return new Outcome(agreed.keys(), proof, CompressedKey.of(offer.group(), agreed.chipKey()));
    } finally {
      if (!opened) {
        agreed.keys().close();
      }
    }
  }

  private Bytes decrypt(Bytes encryptedNonce) throws ProtocolException {
    int length = encryptedNonce.length();
    boolean fits =
        isIntegrated()
            ? length == IntegratedMapping.chipNonceBytes(suite)
            : length > 0 && length <= LONGEST_NONCE && length % suite.blockBytes() == 0;
    if (!fits) {
      throw broken("the encrypted nonce has a wrong length");
    }
    try (Secret password = password();
        Secret passwordKey = KeyDerivation.passwordKey(suite, password)) {
      return Bytes.of(
          ChannelCipher.decryptBlocks(suite, passwordKey, encryptedNonce.toByteArray()));
    }
  }

  private Secret password() {
    return switch (key.kind()) {
      case CAN, PIN, PUK -> key.secret().copy();
      case MRZ -> KeyDerivation.mrzPassword(key.secret());
    };
  }

  private Mapped map(Bytes nonce)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    return isIntegrated() ? mapIntegrated(nonce) : mapGenerically(nonce);
  }

  private Mapped mapGenerically(Bytes nonce)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    AgreementGroup group = offer.group();
    BigInteger own = group.privateKey(random);
    Bytes ownKey = group.publicKey(own);
    Bytes received = chained(Template.object(0x81, ownKey), 0x82, "the mapping key");
    requireOther(group, received, ownKey, "mapping key");
    try {
      return new Mapped(GenericMapping.map(group, nonce, own, received), own, received);
    } catch (KeyFormatException e) {
      throw broken("the chip's mapping key: " + e.getMessage());
    }
  }

  private Mapped mapIntegrated(Bytes nonce)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    byte[] drawn = new byte[IntegratedMapping.terminalNonceBytes(suite)];
    random.nextBytes(drawn);
    Bytes ownNonce = Bytes.of(drawn);
    Bytes received = chained(Template.object(0x81, ownNonce), 0x82, "the mapping data");
    if (!received.isEmpty()) {
      throw broken("the mapping data of Integrated Mapping are not empty");
    }
    try {
      AgreementGroup mapped = IntegratedMapping.map(offer.group(), suite, nonce, ownNonce);
      return new Mapped(mapped, BigInteger.ZERO, Bytes.empty());
    } catch (KeyFormatException e) {
      throw broken("the nonces: " + e.getMessage());
    }
  }

  private Agreed agree(AgreementGroup mapped)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    BigInteger own = mapped.privateKey(random);
    Bytes ownKey = mapped.publicKey(own);
    Bytes received = chained(Template.object(0x83, ownKey), 0x84, "the ephemeral key");
    requireOther(mapped, received, ownKey, "ephemeral key");
    try (Secret secret = mapped.sharedSecret(own, received)) {
      return new Agreed(SessionKeys.derive(suite, secret), own, ownKey, received);
    } catch (KeyFormatException e) {
      throw broken("the chip's ephemeral key: " + e.getMessage());
    }
  }

  // Who sends a key back knows nothing and would agree all the same: ICAO 9303-11 §4.4.1.
  private static void requireOther(AgreementGroup group, Bytes received, Bytes own, String what)
      throws ProtocolException {
    try {
      if (group.checked(received).equals(own)) {
        throw broken("the chip sent our own " + what + " back");
      }
    } catch (KeyFormatException e) {
      throw broken("the chip's " + what + ": " + e.getMessage());
    }
  }

  private DynamicData exchangeTokens(Agreed agreed)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    String what = "the authentication token";
    Bytes ownToken = token(agreed.keys(), agreed.chipKey());
    Answer answer = transmit(LAST, Template.object(0x85, ownToken));
    DynamicData data = DynamicData.parse(answer.data(), what);
    Bytes chipsToken = data.first(TOKEN, what, BESIDE_TOKEN);
    if (chipsToken.length() != ChannelCipher.MAC_BYTES) {
      throw broken("the chip's authentication token has a wrong length");
    }
    if (!chipsToken.equalsInConstantTime(token(agreed.keys(), agreed.ownKey()))) {
      throw broken("the chip's authentication token is wrong");
    }
    return data;
  }

  // The token is a MAC over the other side's key, ICAO 9303-11 §4.4.3.4 and §9.4.
  private Bytes token(SessionKeys keys, Bytes publicKey) {
    int tag = offer.group() instanceof EcGroup ? 0x86 : 0x84;
    Bytes content = Bytes.concat(Oids.der(offer.variant().oid()), Template.object(tag, publicKey));
    Bytes input = Bytes.concat(Bytes.of((byte) 0x7F), Template.object(0x49, content));
    return Bytes.of(
        ChannelCipher.macOverMessage(suite, keys.authentication(), input.toByteArray()));
  }

  private Optional<ChipProof> proof(Bytes nonce, Mapped mapped, Agreed agreed, DynamicData answer)
      throws ProtocolException {
    if (offer.variant().mapping() != PaceVariant.Mapping.CHIP_AUTHENTICATION) {
      return Optional.empty();
    }
    return Optional.of(
        new ChipProof.ChipAuthenticationMapping(
            offer.variant().oid(),
            offer.parameterId().orElseThrow(),
            nonce,
            encoded(mapped.ownKey()),
            mapped.chipKey(),
            encoded(agreed.privateKey()),
            agreed.chipKey(),
            chipAuthenticationData(answer),
            Answer.SUCCESS));
  }

  private Bytes chipAuthenticationData(DynamicData answer) throws ProtocolException {
    String what = "the chip authentication data";
    Bytes data = answer.required(ENCRYPTED_CHIP_AUTHENTICATION_DATA, what);
    if (data.isEmpty() || data.length() % suite.blockBytes() != 0) {
      throw broken(what + " have a wrong length");
    }
    return data;
  }

  private Bytes encoded(BigInteger privateKey) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(offer.group().privateKeyBytes(), privateKey));
  }

  private Bytes chained(Bytes objects, int tag, String what)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    return DynamicData.parse(transmit(CHAINED, objects).data(), what).sole(tag, what);
  }

  private Answer transmit(int classByte, Bytes objects)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Apdu command = new Apdu(classByte, GENERAL_AUTHENTICATE, 0, 0, Template.dynamic(objects), 256);
    Answer answer = channel.transmit(command);
    if (answer.isWrongPassword() || answer.statusWord() == Answer.BLOCKED) {
      throw PaceRefusal.ofKey(key.kind(), answer);
    }
    if (!answer.isSuccess()) {
      throw new ProtocolException(
          Step.PACE, "the chip refuses a step of PACE", CLAUSE, answer.statusWord());
    }
    return answer;
  }

  private boolean isIntegrated() {
    return offer.variant().mapping() == PaceVariant.Mapping.INTEGRATED;
  }

  private static ProtocolException broken(String message) {
    return new ProtocolException(Step.PACE, message, CLAUSE);
  }
}
